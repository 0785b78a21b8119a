import type { EntityProperty, EntitySchemaWithMeta } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { Insertable, Selectable } from 'kysely';

/** A column of a table, and the property of a row that has its value. */
export interface Column {
  readonly property: string;
  readonly name: string;
  /** The type in PostgreSQL, such as `uuid[]`. */
  readonly type: string;
  /** The type, collation, `not null` and default for `create table`. */
  readonly definition: string;
  /** Whether PostgreSQL makes its value, by the default, whenever a row is written. */
  readonly isGenerated: boolean;
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

type Described<Entity extends EntitySchemaWithMeta> = InferKyselyTable<
  Entity,
  { columnNamingStrategy: 'property' }
>;

/** A row of the table that an entity describes. */
export type RowOf<Entity extends EntitySchemaWithMeta> = Row<Selectable<Described<Entity>>>;

/** A row to be written: it need not have what PostgreSQL makes. */
export type NewRowOf<Entity extends EntitySchemaWithMeta> = Row<Insertable<Described<Entity>>>;

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

function columnOf(column: EntityProperty): Column {
  const { name: property, fieldNames, columnTypes, nullable, collation, defaultRaw } = column;
  const [name = property] = fieldNames;
  const [declared = 'text'] = columnTypes;
  // A serial is an integer with a default.
  const type = declared === 'serial' ? 'integer' : declared;
  const collate = collation === undefined ? '' : ` collate "${collation}"`;
  const otherwise = defaultRaw === undefined ? '' : ` default ${defaultRaw}`;
  return {
    property,
    name,
    type,
    definition: `${type}${collate}${nullable ? '' : ' not null'}${otherwise}`,
    isGenerated: defaultRaw !== undefined,
  };
}
