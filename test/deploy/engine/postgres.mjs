import { Container } from './container.mjs';
import { until } from './until.mjs';

/** A PostgreSQL with an empty database, for containers beside it. */
export async function startPostgres(engine) {
  const variables = ['--env', 'POSTGRES_USER=garbanzo', '--env', 'POSTGRES_PASSWORD=garbanzo'];
  const id = await engine.docker('run', '--detach', ...variables, 'postgres:18-trixie');
  const container = new Container(engine, id);
  await until(() => container.exec('pg_isready', '--host=127.0.0.1'));
  const address = await container.inspect('{{ .NetworkSettings.IPAddress }}');
  return {
    url: `postgresql://garbanzo:garbanzo@${address}/garbanzo`,
    query: (sql) => container.exec(...PSQL, sql),
    /** Runs SQL that takes its time, and answers at once. */
    begin: (sql) => engine.docker('exec', '--detach', id, ...PSQL, sql),
  };
}

const PSQL = ['psql', '--username=garbanzo', '--no-align', '--tuples-only', '--command'];
