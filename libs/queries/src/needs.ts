import { READS_LOG } from '#libs/event-store';
import type { Need } from '#libs/platform';
import { PROGRESS, readsTables, SHAPES, tableOf } from '#libs/read-model';

const read = [...PROGRESS, ...SHAPES.flatMap(({ entities }) => entities)];

/** What the pages need of the database. */
export const QUERY_NEEDS: readonly Need[] = [READS_LOG, readsTables(read.map(tableOf))];
