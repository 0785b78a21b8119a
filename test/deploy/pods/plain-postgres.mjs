import { join } from 'node:path';
import pg from 'pg';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { freePort } from './free-port.mjs';

/** A PostgreSQL on this machine with an empty database, until it is stopped. */
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
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  await client.query('create database garbanzo');
  await client.end();
  return { url: server.url('garbanzo'), stop: () => server.stop() };
}
