import { sql } from 'kysely';

/** Rows that a page shows at the most. */
export const PAGE_SIZE = 100;

/** Which to-dos a tab shows. */
export type Show = 'all' | 'active' | 'done';

/** The same as a condition on the table, as the partial indexes have it. */
export const SHOWN = {
  all: sql`true`,
  active: sql`completed_at is null`,
  done: sql`completed_at is not null`,
};
