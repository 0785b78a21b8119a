import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { remember } from './leftovers.js';

/** The database that the others are copied from. Nobody may be connected to it. */
export const TEMPLATE = 'garbanzo_template';

export interface TestDatabase {
  readonly url: string;
  /** Drops it. @throws Error when something is still connected: a test has left it running */
  drop(): Promise<void>;
}

/** A database of its own for a test file, with the whole schema and nothing in it. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create(`template ${TEMPLATE}`);
}

/** One without a schema. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create('');
}

export async function withEmptyDatabase(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await createEmptyDatabase();
  try {
    await work(database);
  } finally {
    await database.drop();
  }
}

async function create(options: string): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // By force, because a test that has failed may have left its connections open.
  const forget = remember(`the database ${name}`, () =>
    run(server, `drop database if exists ${name} with (force)`),
  );
  await run(server, `create database ${name} ${options}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await run(server, `drop database ${name}`);
      forget();
    },
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
