import type pg from 'pg';

/** A table that has rows before a migration: somebody may be using it. */
export interface TableInUse {
  readonly name: string;
  readonly rows: number;
  /** Where its rows are; another number says that all of them were written again. */
  readonly file: string;
}

/** Every table of ours that has rows, MikroORM's own list of migrations aside. */
export async function tablesInUse(client: pg.Client): Promise<TableInUse[]> {
  const { rows: tables } = await client.query<{ name: string; file: string }>(`
    select oid::regclass::text as name, pg_relation_filenode(oid)::text as file
    from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'mikro_orm_migrations'`);
  const counted: TableInUse[] = [];
  for (const table of tables) counted.push({ ...table, rows: await count(client, table.name) });
  return counted.filter(({ rows }) => rows > 0);
}

async function count(client: pg.Client, name: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${name}`);
  return Number(rows[0]?.count);
}
