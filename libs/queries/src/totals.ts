import { sql } from 'kysely';

/** The counters of a list, of which `t` are the totals: a list that never had a to-do has none. */
export const TOTALS = [
  sql<number>`coalesce(t.open, 0)`.as('open'),
  sql<number>`coalesce(t.done, 0)`.as('done'),
] as const;
