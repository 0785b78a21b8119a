import { ConfigError, isDatabaseUnavailable } from '#libs/platform';

/** It was asked in a wrong way. */
export class UsageError extends Error {}

/** 0: done; 1: what was asked for is not so, or could not be done; 2: it was asked in a wrong way. */
export function exitCodeOf(error: Error): 0 | 1 | 2 {
  if ('exitCode' in error && error.exitCode === 0) return 0;
  else return error instanceof ConfigError || error instanceof UsageError || isUsage(error) ? 2 : 1;
}

/** Of PostgreSQL. */
const UNDEFINED_TABLE = '42P01';

/** In words, and what to do about it. */
export function explain(error: Error): string {
  if ('code' in error && error.code === UNDEFINED_TABLE) {
    return `The database has not the schema of this version (${error.message}): run garbanzo migrate.`;
  } else if (isDatabaseUnavailable(error)) {
    return `PostgreSQL does not answer (${reasonOf(error)}). Is it running, and is DATABASE_URL right?`;
  } else {
    return error.message;
  }
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
