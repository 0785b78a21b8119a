import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SEARCH_PATH } from '../../dist/libs/read-model/src/index.js';
import { startProcess, startServing } from './processes.mjs';

const PYTHON = '/usr/bin/python3';
const PROGRAM = ['-m', 'gunicorn', '--chdir', fileURLToPath(new URL('flask', import.meta.url))];

/** What `apt-get install` takes. */
export const FLASK_PACKAGES = 'python3-flask gunicorn python3-psycopg2';

export const isFlaskInstalled =
  spawnSync(PYTHON, ['-c', 'import flask, gunicorn, psycopg2'], { stdio: 'ignore' }).status === 0;

/** The table that the routes of the baselines write to. */
export async function createCrudTable({ owner }) {
  await owner.query('create table public.crud_todos (id uuid primary key, list_id uuid, title text)');
  await owner.query('create index crud_todos_list on public.crud_todos (list_id)');
}

export function startFastify({ url }, processes) {
  return startProcess('test/bench/baseline-server.mjs', url, { webProcesses: processes });
}

/** Its list must be in a workspace that is there already. */
export function startAppending({ url }) {
  return startProcess('test/bench/appending-server.mjs', url);
}

export function startFlask({ url }, processes) {
  const commandAt = (port) => {
    const options = ['--workers', String(processes), '--bind', `127.0.0.1:${port}`, '--log-level', 'warning'];
    return [PYTHON, ...PROGRAM, ...options, 'app:app'];
  };
  const env = { DATABASE_URL: url, SEARCH_PATH, PYTHONDONTWRITEBYTECODE: '1' };
  return startServing(commandAt, { env });
}
