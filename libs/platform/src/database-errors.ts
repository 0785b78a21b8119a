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
  if (isNativeError(error)) {
    const code = codeOf(error);
    return (
      UNAVAILABLE.test(code) ||
      NETWORK.has(code) ||
      GAVE_UP.test(error.message) ||
      ('errors' in error && Array.isArray(error.errors) && error.errors.some(isDatabaseUnavailable)) ||
      isDatabaseUnavailable(error.cause)
    );
  } else {
    return false;
  }
}

/** SQLSTATE classes: data, constraints, limits of a value, and what our own functions raise. */
const OF_DATA = /^(22|23|54|P0)/;

/**
 * Whether PostgreSQL refused the values that it was given: others may pass, and nothing has been changed. A lost connection
 * is no such reason, because what was sent over it may have been done.
 */
export function isReasonOfData(error: unknown): boolean {
  return isNativeError(error) && OF_DATA.test(codeOf(error));
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
