import pg from 'pg';
import { connectionOptions } from '#libs/platform';

/** A connection with the settings of a migration, on a database that has what MikroORM makes before the first of them. */
export async function connectAsMigrator(url: string): Promise<pg.Client> {
  const client = new pg.Client(connectionOptions(url, 'test', { patient: true }));
  await client.connect();
  await client.query(
    'create table mikro_orm_migrations (id serial primary key, name text, executed_at timestamptz)',
  );
  return client;
}
