import { join } from 'node:path';

/** A port of an address of this machine. */
export interface Place {
  readonly address: string;
  readonly port: number;
}

export interface Settings {
  readonly root: string;
  readonly dataDir: string;
  /** Whether the environment names a PostgreSQL; otherwise we run one of our own. */
  readonly hasDatabase: boolean;
  readonly postgresPort: number;
  readonly webPort: number;
  /** Of this machine, where web listens. */
  readonly address: string;
  /** Where web tells its metrics and the details of its health; the worker does at the next port. */
  readonly internal: Place;
  readonly basePath: string;
  /** Build and start again at every change. */
  readonly watch: boolean;
  /** Begin with the made-up year of a household, in a data directory of its own. */
  readonly exampleData: boolean;
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
  const exampleData = args.includes('--example-data');
  const hasDatabase = ['DATABASE_URL', 'DATABASE_URL_FILE', 'POSTGRES_HOST'].some((name) => env[name]);
  const settings = {
    root,
    dataDir: env.GARBANZO_DATA_DIR || join(root, exampleData ? '.data/example' : '.data'),
    hasDatabase,
    postgresPort: readPort('GARBANZO_POSTGRES_PORT', 54329),
    webPort: readPort('PORT', 5000),
    // Only this machine, because there are no accounts.
    address: env.ADDRESS || '127.0.0.1',
    internal: readPlace('INTERNAL_PORT', 5001),
    basePath: (env.BASE_PATH ?? '').replace(/\/$/, ''),
    watch: args.includes('--watch'),
    exampleData,
  };
  if ([0, 1].some((more) => settings.webPort === settings.internal.port + more)) {
    throw new SettingsError('INTERNAL_PORT and the port behind it must be others than PORT');
  }
  return settings;
}

/** Only for this machine, unless another address is given with the port: `0.0.0.0:5001`. */
function readPlace(name: string, usual: number): Place {
  const [, address = '127.0.0.1', port] = /^(?:\[?([^\]]+)\]?:)?(\w*)$/.exec(process.env[name] ?? '') ?? [];
  return { address, port: toPort(name, port || String(usual)) };
}

function readPort(name: string, usual: number): number {
  return toPort(name, process.env[name] || String(usual));
}

function toPort(name: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new SettingsError(`${name} must be a port number from 1 to 65535, and is ${text}`);
}
