import type { Queryable } from '../database.js';

/** What a process needs of the database to do its work. */
export interface Need {
  /** Its name in the report. */
  readonly name: string;
  /**
   * Asks for it in the way in which the work does, and with the same role, but without reading rows or changing any.
   *
   * @throws Error if the work could not be done
   */
  readonly ask: (database: Queryable) => Promise<unknown>;
  /** What to do if it throws. */
  readonly remedy: string;
}
