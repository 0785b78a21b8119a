import { sql, type SqlBool } from 'kysely';

/** Rows that a page shows at the most. */
export const PAGE_SIZE = 100;

/** Which to-dos a tab shows. */
export const SHOWS = ['all', 'active', 'done'] as const;

export type Show = (typeof SHOWS)[number];

/** The same as SQL conditions, in the form that the partial indexes use. */
export const IS_SHOWN = {
  all: sql<SqlBool>`true`,
  active: sql<SqlBool>`completed_at is null`,
  done: sql<SqlBool>`completed_at is not null`,
} as const satisfies Record<Show, unknown>;
