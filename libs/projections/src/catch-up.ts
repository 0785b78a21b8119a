import { Injectable } from '@nestjs/common';
import { readAfter, type StoredEvent } from '#libs/event-store';
import { announce, queryable, ReadModel, type Transaction } from '#libs/read-model';
import { lockCheckpoint, moveCheckpoint, type Target } from './checkpoints.js';
import { foldEvents, openTables } from './fold-events.js';
import { findParked, park } from './parking.js';
import type { Projection } from './projection.js';

/** What one batch has done: how many events it took, and whether the shard has more. */
export interface Batch {
  readonly events: number;
  readonly more: boolean;
}

const NOTHING: Batch = { events: 0, more: false };
const BATCH_SIZE = 5_000;

/** Brings a projection closer to the log, a batch of one shard at a time. */
@Injectable()
export class CatchUp {
  constructor(private readonly readModel: ReadModel) {}

  /** Folds the shard's next events, unless another worker is at it. Rows and checkpoint move together or not at all. */
  async catchUp(target: Target<Projection>, shard: number, limit = BATCH_SIZE): Promise<Batch> {
    const batch = await this.readModel.kysely
      .transaction()
      .execute((transaction) => foldNext(transaction, target, { shard, limit }));
    if (batch === undefined) return NOTHING;
    if (target.generation === undefined) {
      await announce(this.readModel, target.projection, { shard, position: batch.position });
    }
    return { events: batch.events, more: batch.events === limit };
  }
}

/** The same as a part of a transaction; undefined when there is nothing to fold. */
export async function foldNext(
  transaction: Transaction,
  target: Target<Projection>,
  { shard, limit = BATCH_SIZE }: { readonly shard: number; readonly limit?: number },
): Promise<{ readonly events: number; readonly position: number } | undefined> {
  const checkpoint = await lockCheckpoint(transaction, target, { shard });
  if (checkpoint === undefined) return undefined;
  const { generation, position } = checkpoint;
  const events = await readAfter(queryable(transaction), { shard, position, limit });
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const parked = await findParked(transaction, checkpoint, streamsIn(events));
  const folding = await openTables(target.projection, (table) =>
    table.open(transaction, [...streamsIn(events.filter((event) => table.handles(event)))]),
  );
  const unfolded = foldEvents(folding, events, parked);
  for (const { open } of folding) await open.save();
  await park(transaction, generation, unfolded);
  await moveCheckpoint(transaction, { generation, shard, position: last.position });
  return { events: events.length, position: last.position };
}

function streamsIn(events: readonly StoredEvent[]): ReadonlySet<string> {
  return new Set(events.map(({ streamId }) => streamId));
}
