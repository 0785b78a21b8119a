import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig, type Config } from '#libs/platform';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

const NAMES = ['DATABASE_URL', 'DATABASE_URL_FILE', 'POSTGRES_HOST'];

let hasSaid = false;

/**
 * The configuration of a command. When none names a database, it takes the one that `make start` runs here, and says so.
 *
 * @throws ConfigError as `loadConfig` does
 */
export function readConfig(): Config {
  const file = join(process.env.GARBANZO_DATA_DIR || join(root, '.data'), 'database-url');
  if (NAMES.some((name) => process.env[name]) || !existsSync(file)) return loadConfig();
  sayOnce(`DATABASE_URL is not set: taking the database of make start (${relative(process.cwd(), file)}).`);
  return loadConfig({ ...process.env, DATABASE_URL: readFileSync(file, 'utf8').trim() });
}

/** Not on the standard output, which may be read by a program. */
function sayOnce(text: string): void {
  if (!hasSaid) process.stderr.write(`${text}\n`);
  hasSaid = true;
}
