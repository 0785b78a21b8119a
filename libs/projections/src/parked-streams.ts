import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { readStream } from '#libs/event-store';
import { ParkedStream, queryable, ReadModel, type Transaction } from '#libs/read-model';
import { waitForCheckpoint } from './checkpoints.js';
import { foldEvents, type Unfolded } from './fold-events.js';
import type { Projection } from './projection.js';

/** Records that a stream waits from this event on, so that nothing is skipped in silence. */
export async function park(
  transaction: Transaction,
  projection: string,
  { stored, error }: Unfolded,
): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  await sql`
    insert into parked_streams (projection, shard, stream_id, position, event_type, error)
    values (${projection}, ${stored.shard}, ${stored.streamId}, ${stored.position}, ${stored.type}, ${reason})
  `.execute(transaction);
}

/** Streams that wait because one of their events could not be folded. */
@Injectable()
export class ParkedStreams {
  constructor(private readonly readModel: ReadModel) {}

  /** Folds every parked stream from its beginning; those that still cannot be folded stay parked. */
  async retry(projection: Projection): Promise<{ readonly folded: number; readonly parked: number }> {
    const streams = await this.readModel.entities().find(ParkedStream, { projection: projection.name });
    let folded = 0;
    for (const { shard, streamId } of streams) {
      const isFolded = await this.readModel.kysely
        .transaction()
        .execute((transaction) => refold(projection, transaction, { shard, streamId }));
      folded += isFolded ? 1 : 0;
    }
    return { folded, parked: streams.length - folded };
  }
}

async function refold(
  projection: Projection,
  transaction: Transaction,
  { shard, streamId }: { readonly shard: number; readonly streamId: string },
): Promise<boolean> {
  const upTo = await waitForCheckpoint(transaction, { projection: projection.name, shard });
  await sql`
    delete from parked_streams
    where projection = ${projection.name} and shard = ${shard} and stream_id = ${streamId}`.execute(
    transaction,
  );
  const events = await readStream(queryable(transaction), { shard, streamId, upTo });
  const [unfolded] = await foldEvents(projection, transaction, { events, parked: new Set() });
  if (unfolded !== undefined) await park(transaction, projection.name, unfolded);
  return unfolded === undefined;
}
