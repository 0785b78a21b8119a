import { isNativeError } from 'node:util/types';

/**
 * SQLSTATE classes: connection, resources, operator intervention, lock and statement timeouts, read-only standby; and a
 * table that is not there, because it is being made.
 */
const UNAVAILABLE = /^(08|53|57P|55P03|57014|25P03|25006|42P01)/;

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);

/** What `pg` and our own queues say without a code. */
const GAVE_UP =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection error|not queryable|Too much is waiting/;

/** Whether an error, or one that caused it, says that PostgreSQL is away or overloaded rather than that we are wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return isNativeError(error) && (saysSo(error) || causesOf(error).some(isDatabaseUnavailable));
}

function saysSo(error: Error): boolean {
  const code = codeOf(error);
  return UNAVAILABLE.test(code) || NETWORK.has(code) || GAVE_UP.test(error.message) || isOutdatedPlan(error);
}

function causesOf(error: Error): readonly unknown[] {
  const several: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return [...several, error.cause];
}

/**
 * Whether a column has another type than when the statement was prepared. On this connection it will never run again; on a
 * new one it will.
 */
export function isOutdatedPlan(error: unknown): boolean {
  // The message may be in any language, and its SQLSTATE says only that something is not supported.
  return isNativeError(error) && 'routine' in error && error.routine === 'RevalidateCachedQuery';
}

/** SQLSTATE classes of what PostgreSQL says of a value: it is not of its type, breaks a constraint, or is too long for an index. */
const REFUSED = /^(22|23|54)/;

/** What our own functions raise. */
const RAISED = /^P0/;

/** Whether PostgreSQL refuses what it was given, and will again, however often it is asked. */
export function isRefusedByDatabase(error: unknown): boolean {
  return REFUSED.test(sqlStateOf(error) ?? '');
}

/**
 * Whether an error is about the values of a call: others may pass, and nothing has been changed. A lost connection is no such
 * reason, because what was sent over it may have been done.
 */
export function isReasonOfData(error: unknown): boolean {
  return isRefusedByDatabase(error) || RAISED.test(sqlStateOf(error) ?? '');
}

/** The SQLSTATE of an error of PostgreSQL. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = isNativeError(error) ? codeOf(error) : '';
  // A digit in it tells it from codes of Node such as EPIPE.
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
