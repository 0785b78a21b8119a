import type { OwnPostgres } from './own-postgres.js';

/** What lets somebody log in as the owner. */
const OWNERS = ['DATABASE_URL', 'DATABASE_URL_FILE', 'POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE'];

/** Where the owner, web and worker log in; nothing when it is not our own server. */
export function databaseOf(postgres: OwnPostgres | undefined): NodeJS.ProcessEnv {
  return postgres === undefined
    ? {}
    : {
        DATABASE_URL: postgres.urlOf('owner'),
        WEB_DATABASE_URL: postgres.urlOf('web'),
        WORKER_DATABASE_URL: postgres.urlOf('worker'),
      };
}

/** A process that has a login of its own is not told those of others: whoever takes it over can read its environment. */
export function environmentOf(process: 'web' | 'worker', env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hasOwn = loginsOf(process).some((name) => env[name]);
  const others = loginsOf(process === 'web' ? 'worker' : 'web');
  const kept = Object.entries(env).filter(
    ([name]) => !others.includes(name) && !(hasOwn && OWNERS.includes(name)),
  );
  return Object.fromEntries(kept);
}

function loginsOf(process: 'web' | 'worker'): readonly string[] {
  const name = process.toUpperCase();
  return [`${name}_DATABASE_URL`, `POSTGRES_${name}_PASSWORD`].flatMap((variable) => [
    variable,
    `${variable}_FILE`,
  ]);
}
