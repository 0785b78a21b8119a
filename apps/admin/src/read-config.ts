import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loadConfig, type Config } from '#libs/platform';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

const NAMES = ['DATABASE_URL', 'DATABASE_URL_FILE', 'POSTGRES_HOST'];
const WORKERS = ['WORKER_DATABASE_URL', 'WORKER_DATABASE_URL_FILE'];

let hasSaid = false;

/**
 * The configuration of a command. When none names a database, it takes the one that `make start` runs here, and says so.
 *
 * @param login of a process, when the command works as that one
 * @throws ConfigError as `loadConfig` does
 */
export function readConfig(login?: 'worker'): Config {
  if (!takesOwnDatabase(login)) return loadConfig(process.env, login);
  const file = ownFile('database-url');
  sayOnce(`DATABASE_URL is not set: taking the database of make start (${relative(process.cwd(), file)}).`);
  // As `make start` does, web listens on this machine only.
  const own = {
    ADDRESS: process.env.ADDRESS || '127.0.0.1',
    DATABASE_URL: readFileSync(file, 'utf8').trim(),
  };
  return loadConfig({ ...process.env, ...own }, login);
}

/** Under which `make start` has said that it is ready, when the command takes its database; undefined when that cannot be known. */
export function ownAddress(): URL | undefined {
  if (!takesOwnDatabase()) return undefined;
  try {
    return new URL(run.parse(JSON.parse(readFileSync(ownFile('run.json'), 'utf8'))).url);
  } catch {
    return undefined;
  }
}

/** What `make start` keeps of a run. */
const run = z.object({ url: z.url() });

const ownFile = (name: string) => join(process.env.GARBANZO_DATA_DIR || join(root, '.data'), name);

function takesOwnDatabase(login?: 'worker'): boolean {
  const names = login === undefined ? NAMES : [...NAMES, ...WORKERS];
  return !names.some((name) => process.env[name]) && existsSync(ownFile('database-url'));
}

/** Not on the standard output, which may be read by a program. */
function sayOnce(text: string): void {
  if (!hasSaid) process.stderr.write(`${text}\n`);
  hasSaid = true;
}
