import { sql } from 'kysely';

/** The counters of a list, from its row in `list_totals as t`: a list that never had a to-do has no row. */
export const TOTALS = [
  sql<number>`coalesce(t.open, 0)`.as('open'),
  sql<number>`coalesce(t.done, 0)`.as('done'),
] as const;
