import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { root } from '../root.mjs';
import { freePort } from './free-port.mjs';
import { makeCertificates } from './certificates.mjs';

/**
 * A PostgreSQL as CloudNativePG makes one: TLS with an authority of its own, a user `app` who owns the database and may
 * make no roles, and the secrets that say so.
 *
 * @param folder where its files go; the server's user has to reach it
 */
export async function startPostgresAsOperatorsDo(folder) {
  chmodSync(folder, 0o755);
  const files = join(folder, 'postgres');
  mkdirSync(files);
  const certificates = await makeCertificates(files);
  const server = await start(files, certificates);
  await prepare(server.url('postgres'));
  return {
    ...server,
    secrets: {
      'postgresql-cluster-app': {
        host: 'localhost',
        port: String(server.port),
        dbname: 'app',
        user: 'app',
        password: PASSWORD,
      },
      'garbanzo-people': { 'setup-token': 'only for who runs it' },
      'garbanzo-web-login': { username: 'garbanzo_web', password: 'of web' },
      'garbanzo-worker-login': { username: 'garbanzo_worker', password: 'of the worker' },
      'postgresql-cluster-ca': { 'ca.crt': read(certificates.authority) },
    },
    stranger: read(certificates.stranger),
  };
}

const read = (file) => readFileSync(file, 'utf8');

const PASSWORD = 'an/odd?password@for:URLs';

async function start(files, { certificate, key }) {
  // The programs are those of `make start`; they are there once everything is built.
  const local = join(root, 'dist/apps/local/src/postgres');
  const { startPostgres } = await import(join(local, 'embedded-postgres.js'));
  const { giveTo, serverUser } = await import(join(local, 'server-user.js'));
  chmodSync(key, 0o600);
  const settings = { ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key };
  const places = { dataDir: join(files, 'data'), logFile: join(files, 'log') };
  giveTo(serverUser(places.dataDir), key);
  const server = await startPostgres({ ...places, port: await freePort(), password: 'superuser', settings });
  endWithThisProcess(server.pid);
  return server;
}

/** What k8s/releases/postgresql/values.yaml asks of the operator. */
async function prepare(url) {
  const client = new pg.Client(url);
  await client.connect();
  for (const statement of [
    `create role app login password '${PASSWORD}'`,
    `create role garbanzo_web login password 'of web'`,
    `create role garbanzo_worker login password 'of the worker'`,
    'grant garbanzo_web, garbanzo_worker to app',
    'create database app owner app',
  ]) {
    await client.query(statement);
  }
  await client.end();
}
