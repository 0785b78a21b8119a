import type pg from 'pg';

/** What a version of the app that is running may count on. */
interface Schema {
  readonly tables: ReadonlySet<string>;
  /** Columns with their types, and functions with theirs. */
  readonly offered: ReadonlySet<string>;
  /** Columns that an insert cannot leave out. */
  readonly demanded: ReadonlyMap<string, string>;
}

export async function schemaOf(client: pg.Client): Promise<Schema> {
  const { rows: columns } = await client.query<{
    table: string;
    name: string;
    type: string;
    demanded: boolean;
  }>(`
    select attrelid::regclass::text as table, attname as name, format_type(atttypid, atttypmod) as type,
           attnotnull and not atthasdef and attidentity = '' as demanded
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped`);
  const { rows: functions } = await client.query<{ name: string }>(`
    select oid::regprocedure || ' ' || pg_get_function_result(oid) as name from pg_proc
    where pronamespace = 'public'::regnamespace`);
  return {
    tables: new Set(columns.map(({ table }) => table)),
    offered: new Set([
      ...columns.map(({ table, name, type }) => `${table}.${name} ${type}`),
      ...functions.map(({ name }) => name),
    ]),
    demanded: new Map(
      columns.filter(({ demanded }) => demanded).map(({ table, name }) => [`${table}.${name}`, table]),
    ),
  };
}

/** Why the version of the app before a migration cannot run beside the schema that it leaves; empty when it can. */
export function breaks(before: Schema, after: Schema): string[] {
  const gone = [...before.offered]
    .filter((name) => !after.offered.has(name))
    .map((name) => `${name} is gone`);
  const demanded = [...after.demanded]
    .filter(([column, table]) => before.tables.has(table) && !before.demanded.has(column))
    .map(([column]) => `${column} has to be given`);
  return [...gone, ...demanded];
}
