import { ConfigError, isDatabaseUnavailable, isPooler, PoolerError } from '#libs/platform';

/** The command was used in a wrong way. */
export class UsageError extends Error {}

/** 0: success; 1: the command failed or found a problem; 2: it was used in a wrong way. */
export function exitCodeOf(error: Error): 0 | 1 | 2 {
  if ('exitCode' in error && error.exitCode === 0) return 0;
  else return error instanceof ConfigError || error instanceof UsageError || isUsage(error) ? 2 : 1;
}

/** SQLSTATE of PostgreSQL for a missing table. */
const UNDEFINED_TABLE = '42P01';

/** SQLSTATEs for a wrong user or password, or a database that does not exist. */
const REFUSED = /^(28|3D)/;

/**
 * SQLSTATEs with which PostgreSQL does answer: a lock or statement timeout, a full disk, a read-only server.
 */
const ANSWERED = /^(53|55|57014|25)/;

/** Explains an error to a person, and suggests what to do. */
export function explain(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === UNDEFINED_TABLE) {
    return `The database does not have the schema of this version (${error.message}): run garbanzo migrate.`;
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

/** Adds PostgreSQL's hint, if it gave one. */
function withHint(error: Error): string {
  const hint = 'hint' in error && typeof error.hint === 'string' ? ` (${error.hint})` : '';
  return `${error.message}${hint}`;
}

function isUsage(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && error.code.startsWith('commander.');
}

/**
 * A refused connection is an AggregateError without a message; it holds one error per address that was tried.
 */
function reasonOf(error: Error): string {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  const [first] = errors;
  return first instanceof Error && first.message !== '' ? first.message : error.name;
}
