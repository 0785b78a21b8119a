import { randomUUID } from 'node:crypto';
import type { Database } from '#libs/platform';
import { writePast } from '../support/past.js';
import { until } from '../support/until.js';

const at = '2026-03-01T12:00:00Z';

/** Too long for an index. It is random, because PostgreSQL compresses what it can before it measures it. */
const endless = () => Array.from({ length: 200 }, () => randomUUID()).join('');

/** Makes the worker park two streams: one with an event that cannot be folded, one with a row that is refused. */
export async function parkStreams(owner: Database, url: string): Promise<void> {
  const [unknown, refused] = [randomUUID(), randomUUID()];
  await writePast(url, [
    { streamId: unknown, type: 'TodoFromTheFuture', at },
    {
      streamId: refused,
      type: 'TodoAdded',
      data: { listId: randomUUID(), title: 'Milk', order: endless() },
      at,
    },
  ]);
  await until(async () => (await owner.query('select from parked_streams')).length >= 2);
}
