import type { EntityProperty, EntitySchemaWithMeta } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { Selectable } from 'kysely';

/** A column of a table, and the property of a row that has its value. */
export interface Column {
  readonly property: string;
  readonly name: string;
  /** The type in PostgreSQL, such as `uuid[]`. */
  readonly type: string;
  /** The type, collation and `not null` for `create table`. */
  readonly definition: string;
}

/** The description of a table, taken from its entity. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly Column[];
  /**
   * The statements that create its indexes. When a whole table is filled, they run after the rows are
   * inserted.
   */
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

/** Describes the table of an entity from MikroORM's metadata, without connecting to a database. */
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
  const [declared = 'text'] = columnTypes;
  // A serial is an integer with a default.
  const type = declared === 'serial' ? 'integer' : declared;
  const collate = collation === undefined ? '' : ` collate "${collation}"`;
  return { property, name, type, definition: `${type}${collate}${nullable ? '' : ' not null'}` };
}
