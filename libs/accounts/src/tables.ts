import type { EntityMetadata, EntitySchemaWithMeta } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { ENTITIES } from './people-store.js';

/** A table about people, as its entity describes it. */
export interface PeopleTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

type Described = PeopleTable & { readonly refersTo: ReadonlySet<string> };

/** All of them, each behind those that it refers to. Made from the entities, without connecting to a database. */
export function peopleTables(): readonly PeopleTable[] {
  const metadata = new MikroORM({ entities: [...ENTITIES], dbName: 'none' }).getMetadata();
  return inOrder(ENTITIES.map((entity: EntitySchemaWithMeta) => describe(metadata.get(entity))));
}

function describe({ tableName, props, relations }: EntityMetadata): Described {
  return {
    name: tableName,
    columns: props.map(({ name, fieldNames, columnTypes }) => ({
      name: fieldNames[0] ?? name,
      type: columnTypes[0] ?? 'text',
    })),
    refersTo: new Set(relations.flatMap(({ targetMeta }) => targetMeta?.tableName ?? [])),
  };
}

function inOrder(tables: readonly Described[], before: readonly Described[] = []): readonly Described[] {
  if (tables.length === 0) return before;
  const isThere = (name: string) => before.some((table) => table.name === name);
  const next = tables.filter(({ name, refersTo }) =>
    [...refersTo].every((other) => other === name || isThere(other)),
  );
  if (next.length === 0) throw new Error('Tables about people refer to each other in a circle');
  return inOrder(
    tables.filter((table) => !next.includes(table)),
    [...before, ...next],
  );
}
