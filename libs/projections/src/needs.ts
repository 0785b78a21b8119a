import { READS_LOG } from '#libs/event-store';
import type { Need } from '#libs/platform';
import { PROGRESS, readsTables, tableOf, writesTables } from '#libs/read-model';
import { tablesOf, type Projection } from './projection.js';

/** What folding events into the tables of these projections needs of the database. */
export function needsOf(projections: readonly Projection[]): readonly Need[] {
  const tables = [...PROGRESS.map(tableOf), ...projections.flatMap(tablesOf)];
  return [READS_LOG, readsTables(tables), writesTables(tables)];
}
