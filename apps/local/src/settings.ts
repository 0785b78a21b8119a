import { join } from 'node:path';

export interface Settings {
  readonly root: string;
  readonly dataDir: string;
  /** Whether the environment names a PostgreSQL; otherwise we run one of our own. */
  readonly hasDatabase: boolean;
  readonly postgresPort: number;
  readonly webPort: number;
  readonly workerPort: number;
  /** Of this machine, where web and worker listen. */
  readonly address: string;
  readonly basePath: string;
  /** Build and start again at every change. */
  readonly watch: boolean;
}

/** Says in words what is wrong with what was asked for. */
export class SettingsError extends Error {}

/**
 * What to run and where, from the environment and the command line. An empty variable counts as one that is not set.
 *
 * @throws SettingsError
 */
export function readSettings(root: string, args: readonly string[]): Settings {
  const { env } = process;
  const hasDatabase = ['DATABASE_URL', 'DATABASE_URL_FILE', 'POSTGRES_HOST'].some((name) => env[name]);
  const settings = {
    root,
    dataDir: env.GARBANZO_DATA_DIR || join(root, '.data'),
    hasDatabase,
    postgresPort: readPort('GARBANZO_POSTGRES_PORT', 54329),
    webPort: readPort('PORT', 5000),
    workerPort: readPort('WORKER_PORT', 5001),
    // Only this machine, because there are no accounts.
    address: env.ADDRESS || '127.0.0.1',
    basePath: (env.BASE_PATH ?? '').replace(/\/$/, ''),
    watch: args.includes('--watch'),
  };
  if (settings.webPort === settings.workerPort) {
    throw new SettingsError('PORT and WORKER_PORT are the same: web and worker need a port each');
  }
  return settings;
}

function readPort(name: string, usual: number): number {
  const text = process.env[name] || String(usual);
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new SettingsError(`${name} must be a port number from 1 to 65535, and is ${text}`);
}
