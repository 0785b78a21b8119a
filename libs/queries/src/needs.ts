import { READS_LOG } from '#libs/event-store';
import type { Need } from '#libs/platform';
import { NEEDED_SHAPES, PROGRESS, readsTables, tableOf } from '#libs/read-model';

const read = [...PROGRESS, ...NEEDED_SHAPES.flatMap(({ entities }) => entities)];

/** What the pages need of the database. */
export const QUERY_NEEDS: readonly Need[] = [READS_LOG, readsTables(read.map(tableOf))];
