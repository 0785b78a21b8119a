import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  const file = join(process.env.GARBANZO_DATA_DIR || join(root, '.data'), 'database-url');
  const names = login === undefined ? NAMES : [...NAMES, ...WORKERS];
  if (names.some((name) => process.env[name]) || !existsSync(file)) return loadConfig(process.env, login);
  sayOnce(`DATABASE_URL is not set: taking the database of make start (${relative(process.cwd(), file)}).`);
  // As `make start` does, web listens on this machine only.
  const own = {
    ADDRESS: process.env.ADDRESS || '127.0.0.1',
    DATABASE_URL: readFileSync(file, 'utf8').trim(),
  };
  return loadConfig({ ...process.env, ...own }, login);
}

/** Not on the standard output, which may be read by a program. */
function sayOnce(text: string): void {
  if (!hasSaid) process.stderr.write(`${text}\n`);
  hasSaid = true;
}
