import type { EntityProperty, EntitySchemaWithMeta } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { Selectable } from 'kysely';

/** A column of a table, and under which name a row has its value. */
export interface Column {
  readonly property: string;
  readonly name: string;
  /** As PostgreSQL knows it, such as `uuid[]`. */
  readonly type: string;
  /** The type with what else the column must be, for `create table`. */
  readonly definition: string;
}

/** A table, as its entity describes it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly Column[];
  /** Statements that make its indexes: they come after the rows when a table is filled all at once. */
  readonly indexes: readonly string[];
}

type Row<Of> = {
  readonly [Property in keyof Of]: Of[Property] extends (infer Item)[] ? readonly Item[] : Of[Property];
};

/** A row of the table that an entity describes. */
export type RowOf<Entity extends EntitySchemaWithMeta> = Row<
  Selectable<InferKyselyTable<Entity, { columnNamingStrategy: 'property' }>>
>;

const described = new WeakMap<EntitySchemaWithMeta, Table>();

/** What MikroORM knows of a table by its entity. Nothing is connected to for it. */
export function tableOf(entity: EntitySchemaWithMeta): Table {
  const table = described.get(entity) ?? describe(entity);
  described.set(entity, table);
  return table;
}

function describe(entity: EntitySchemaWithMeta): Table {
  const { tableName, props, primaryKeys, indexes } = new MikroORM({ entities: [entity], dbName: 'none' })
    .getMetadata()
    .get(entity);
  const columns = props.map(columnOf);
  return {
    name: tableName,
    columns,
    primaryKey: columns.filter(({ property }) => primaryKeys.some((key) => key === property)),
    indexes: indexes.flatMap(({ expression }) => (typeof expression === 'string' ? [expression] : [])),
  };
}

function columnOf({ name: property, fieldNames, columnTypes, nullable, collation }: EntityProperty): Column {
  const [name = property] = fieldNames;
  const [type = 'text'] = columnTypes;
  const collate = collation === undefined ? '' : ` collate "${collation}"`;
  return { property, name, type, definition: `${type}${collate}${nullable ? '' : ' not null'}` };
}
