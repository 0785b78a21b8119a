import { join } from 'node:path';

export interface Settings {
  readonly root: string;
  readonly dataDir: string;
  /** Whether the environment names a PostgreSQL; otherwise we run one of our own. */
  readonly hasDatabase: boolean;
  readonly postgresPort: number;
  readonly webPort: number;
  readonly workerPort: number;
  readonly basePath: string;
  /** Build and start again at every change. */
  readonly watch: boolean;
}

/** What to run and where, from the environment and the command line. */
export function readSettings(root: string, args: readonly string[]): Settings {
  const { env } = process;
  const hasDatabase = ['DATABASE_URL', 'DATABASE_URL_FILE', 'POSTGRES_HOST'].some((name) => env[name]);
  return {
    root,
    dataDir: env.GARBANZO_DATA_DIR ?? join(root, '.data'),
    hasDatabase,
    postgresPort: Number(env.GARBANZO_POSTGRES_PORT ?? 54329),
    webPort: Number(env.PORT ?? 5000),
    workerPort: Number(env.WORKER_PORT ?? 5001),
    basePath: (env.BASE_PATH ?? '').replace(/\/$/, ''),
    watch: args.includes('--watch'),
  };
}
