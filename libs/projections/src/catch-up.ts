import { Injectable } from '@nestjs/common';
import { readAfter } from '#libs/event-store';
import { isRefusedByDatabase } from '#libs/platform';
import { announce, executeTogether, queryable, ReadModel, type Transaction } from '#libs/read-model';
import { AheadOfLogError } from './ahead-of-log.error.js';
import { lockCheckpoint, movingCheckpoint, type Target } from './checkpoints.js';
import { foldCarefully, foldInto } from './fold-into.js';
import { findParked, parking } from './parking.js';
import type { Projection } from './projection.js';

/** The result of one batch: how many events it folded, and whether the shard may have more. */
export interface Batch {
  readonly events: number;
  readonly more: boolean;
}

const NOTHING: Batch = { events: 0, more: false };
const BATCH_SIZE = 5_000;

/** Folds new events into a projection, one batch of one shard at a time. */
@Injectable()
export class CatchUp {
  constructor(private readonly readModel: ReadModel) {}

  /**
   * Folds the shard's next events, unless another worker has locked the shard. Rows and checkpoint change in
   * one transaction.
   */
  async catchUp(target: Target<Projection>, shard: number, limit = BATCH_SIZE): Promise<Batch> {
    const batch = await this.fold(target, { shard, limit }).catch((error: unknown) => {
      if (!isRefusedByDatabase(error)) throw error;
      return this.fold(target, { shard, limit, carefully: true });
    });
    if (batch === undefined) return NOTHING;
    if (target.generation === undefined) {
      await announce(this.readModel, target.projection, { shard, position: batch.position });
    }
    return { events: batch.events, more: batch.events === limit };
  }

  private async fold(target: Target<Projection>, next: Next): Promise<Folded | undefined> {
    return await this.readModel.kysely
      .transaction()
      .execute((transaction) => foldNext(transaction, target, next));
  }
}

/** Which events to fold next. */
interface Next {
  readonly shard: number;
  readonly limit?: number;
  /**
   * Isolates the events whose rows PostgreSQL refuses. This takes more statements, so it is done only after a
   * refusal.
   */
  readonly carefully?: boolean;
}

interface Folded {
  readonly events: number;
  /** The position of the last event. */
  readonly position: number;
}

/**
 * Folds the shard's next events inside a transaction. Returns undefined if there are none, or another worker
 * has locked the shard.
 *
 * @throws AheadOfLogError if the tables have folded what the log does not hold; nothing is folded into them then
 */
export async function foldNext(
  transaction: Transaction,
  target: Target<Projection>,
  { shard, limit = BATCH_SIZE, carefully = false }: Next,
): Promise<Folded | undefined> {
  const checkpoint = await lockCheckpoint(transaction, target, { shard });
  if (checkpoint === undefined) return undefined;
  if (checkpoint.isAhead) throw new AheadOfLogError(target.projection, shard);
  const { generation, position } = checkpoint;
  const events = await readAfter(queryable(transaction), { shard, position, limit });
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const parked = await findParked(transaction, checkpoint, new Set(events.map(({ streamId }) => streamId)));
  const { unfolded, changes } = carefully
    ? { unfolded: await foldCarefully(transaction, target.projection, events, parked), changes: [] }
    : await foldInto(transaction, target.projection, events, parked);
  await executeTogether(transaction, [
    ...changes,
    ...parking(generation, unfolded),
    movingCheckpoint({ generation, shard, position: last.position }),
  ]);
  return { events: events.length, position: last.position };
}
