import { join } from 'node:path';
import pg from 'pg';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { freePort } from './free-port.mjs';

/** A PostgreSQL with an empty database for the containers, until it is stopped. */
export async function startDatabase(scratch, environment) {
  await runCommand('nest', ['build', 'web'], { cwd: root, env: environment });
  const { startPostgres } = await import(join(root, 'dist/apps/local/src/postgres/embedded-postgres.js'));
  const server = await startPostgres({
    dataDir: join(scratch, 'postgres'),
    logFile: join(scratch, 'postgres.log'),
    port: await freePort(),
    password: 'check',
    settings: { fsync: 'off' },
  });
  endWithThisProcess(server.pid);
  const url = server.url('garbanzo');
  await query(server.url('postgres'), 'create database garbanzo');
  return { url, stop: () => server.stop() };
}

/** Runs the work while no migration can. */
export async function withoutMigrations({ url }, work) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    // The lock of migrations/migration-lock.ts
    await client.query('select pg_advisory_lock(1735549538, 1835624306)');
    await work();
  } finally {
    await client.end();
  }
}

/** @throws Error unless a process of this name is connected */
export async function mustBeConnected({ url }, name) {
  const { rowCount } = await query(url, `select from pg_stat_activity where application_name = '${name}'`);
  if (rowCount === 0) throw new Error(`${name} is not connected to the database`);
}

async function query(url, text) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}
