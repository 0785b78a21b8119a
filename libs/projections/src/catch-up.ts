import { Injectable } from '@nestjs/common';
import { readAfter } from '#libs/event-store';
import { announce, queryable, ReadModel, type Transaction } from '#libs/read-model';
import { lockCheckpoint, moveCheckpoint } from './checkpoints.js';
import { foldEvents } from './fold-events.js';
import { park } from './parked-streams.js';
import type { Projection } from './projection.js';

/** What one batch has done: how many events it took, and whether the shard has more. */
export interface Batch {
  readonly events: number;
  readonly more: boolean;
}

const NOTHING: Batch = { events: 0, more: false };
const BATCH_SIZE = 2_000;

/** Brings a projection closer to the log, a batch of one shard at a time. */
@Injectable()
export class CatchUp {
  constructor(private readonly readModel: ReadModel) {}

  /** Folds the shard's next events, unless another worker is at it. Rows and checkpoint move together or not at all. */
  async catchUp(projection: Projection, shard: number, limit = BATCH_SIZE): Promise<Batch> {
    const batch = await this.readModel.kysely
      .transaction()
      .execute((transaction) => foldNext(projection, transaction, { shard, limit }));
    if (batch === undefined) return NOTHING;
    await announce(this.readModel, { projection: projection.name, shard, position: batch.position });
    return { events: batch.events, more: batch.events === limit };
  }
}

async function foldNext(
  projection: Projection,
  transaction: Transaction,
  { shard, limit }: { readonly shard: number; readonly limit: number },
): Promise<{ readonly events: number; readonly position: number } | undefined> {
  const place = { projection: projection.name, shard };
  const checkpoint = await lockCheckpoint(transaction, place);
  if (checkpoint === undefined) return undefined;
  const { position } = checkpoint;
  const events = await readAfter(queryable(transaction), { shard, position, limit });
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const parked = new Set(checkpoint.parked);
  const unfolded = await foldEvents(projection, transaction, { events, parked });
  for (const event of unfolded) await park(transaction, projection.name, event);
  await moveCheckpoint(transaction, { ...place, position: last.position });
  return { events: events.length, position: last.position };
}
