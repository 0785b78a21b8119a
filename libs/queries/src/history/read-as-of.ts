import { sql, type RawBuilder } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import { inBatches } from './in-batches.js';
import { PastList } from './past-list.js';
import type { TodoPage } from './past-page.js';
import { pastRows } from './past-rows.js';
import type { ListInLog } from './streams-of-list.js';

/**
 * Reads a list at a moment, with a page of the to-dos that it had then.
 *
 * A moment is a position: that of the list's last event recorded by then. All events up to this position are
 * included, whatever their time. So no stream has a gap, even if the clock was once set back. Unless it was,
 * the time of each event says as much.
 *
 * @param moment ISO 8601, with up to six decimal digits for the seconds
 */
export async function readAsOf(
  readModel: ReadModel,
  list: ListInLog,
  moment: string,
  page: TodoPage,
): Promise<PastList> {
  const byTime = sql<boolean>`e.recorded_at <= ${moment}::timestamptz`;
  const past = await fold(readModel, list, { moment, page, isPast: byTime });
  if (past.isInOrder) return past;
  const byPosition = sql<boolean>`e.position <= ${past.lastPosition}`;
  return await fold(readModel, list, { moment, page, isPast: byPosition });
}

interface Reading {
  readonly moment: string;
  readonly page: TodoPage;
  readonly isPast: RawBuilder<boolean>;
}

async function fold(readModel: ReadModel, list: ListInLog, { moment, page, isPast }: Reading) {
  const past = new PastList(list, page);
  await inBatches(readModel, pastRows(list, moment, isPast), (rows) => {
    for (const row of rows) past.add(row);
  });
  past.end();
  return past;
}
