/** How PgBouncer refuses settings, unless it is told to leave them out in silence: then `settle` finds what is missing. */
const REFUSED = /unsupported startup parameter/;

const MESSAGE =
  'The connection has not the settings that it was opened with: there is a pooler such as PgBouncer before PostgreSQL. ' +
  'Connect to PostgreSQL itself';

/**
 * A connection on which our settings are not in force: its role, its limits and its search path would be wrong, and pages
 * would show what is not so. Of SQLSTATE class 08, as the connection cannot be used.
 */
export class PoolerError extends Error {
  readonly code = '08P01';

  /** @param lost which setting is not as it was asked for */
  constructor(lost?: string) {
    super(lost === undefined ? MESSAGE : `${MESSAGE} (${lost})`);
  }
}

/** Whether an error says that there is a pooler: found by us, or said by the pooler itself. */
export function isPooler(error: unknown): boolean {
  return error instanceof PoolerError || (error instanceof Error && REFUSED.test(error.message));
}
