import { ConfigError, isDatabaseUnavailable, isPooler, PoolerError } from '#libs/platform';

/** It was asked in a wrong way. */
export class UsageError extends Error {}

/** 0: done; 1: what was asked for is not so, or could not be done; 2: it was asked in a wrong way. */
export function exitCodeOf(error: Error): 0 | 1 | 2 {
  if ('exitCode' in error && error.exitCode === 0) return 0;
  else return error instanceof ConfigError || error instanceof UsageError || isUsage(error) ? 2 : 1;
}

/** Of PostgreSQL, as are those below. */
const UNDEFINED_TABLE = '42P01';

/** A wrong password, or a database that does not exist. */
const REFUSED = /^(28|3D)/;

/** A lock or a statement that took too long, a disk that is full, a server that only reads. */
const ANSWERED = /^(53|55|57014|25)/;

/** In words, and what to do about it. */
export function explain(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === UNDEFINED_TABLE) {
    return `The database has not the schema of this version (${error.message}): run garbanzo migrate.`;
  } else if (isPooler(error)) {
    return `${(error instanceof PoolerError ? error : new PoolerError()).message}.`;
  } else if (REFUSED.test(code)) {
    return `PostgreSQL refuses (${error.message}). Is DATABASE_URL right?`;
  } else if (isDatabaseUnavailable(error) && !ANSWERED.test(code)) {
    return `PostgreSQL does not answer (${reasonOf(error)}). Is it running, and is DATABASE_URL right?`;
  } else {
    return withHint(error);
  }
}

/** PostgreSQL often knows what to do. */
function withHint(error: Error): string {
  const hint = 'hint' in error && typeof error.hint === 'string' ? ` (${error.hint})` : '';
  return `${error.message}${hint}`;
}

function isUsage(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && error.code.startsWith('commander.');
}

/** A refused connection comes as an AggregateError without a message: one error per address that was tried. */
function reasonOf(error: Error): string {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  const [first] = errors;
  return first instanceof Error && first.message !== '' ? first.message : error.name;
}
