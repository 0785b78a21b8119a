import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { readStream } from '#libs/event-store';
import { executeTogether, queryable, ReadModel, type Transaction } from '#libs/read-model';
import { lockCheckpoint, touchingCheckpoint } from './checkpoints.js';
import { foldCarefully } from './fold-into.js';
import { parking, unpark } from './parking.js';
import type { Projection } from './projection.js';

interface ParkedStream {
  readonly shard: number;
  readonly streamId: string;
}

/** Streams that are parked because one of their events could not be folded. */
@Injectable()
export class ParkedStreams {
  constructor(private readonly readModel: ReadModel) {}

  /**
   * Continues to fold parked streams from the event at which they were parked. Those that still cannot be
   * folded stay parked.
   *
   * @param streamId if given, only this stream is retried
   */
  async retry(
    projection: Projection,
    streamId?: string,
  ): Promise<{ readonly folded: number; readonly parked: number }> {
    const streams = await this.find(projection, streamId);
    let folded = 0;
    for (const stream of streams) {
      const isFolded = await this.readModel.kysely
        .transaction()
        .execute((transaction) => retryStream(transaction, projection, stream));
      folded += isFolded ? 1 : 0;
    }
    return { folded, parked: streams.length - folded };
  }

  private async find({ name, version }: Projection, streamId?: string): Promise<readonly ParkedStream[]> {
    return await this.readModel.kysely
      .selectFrom('parked_streams as p')
      .innerJoin('generations as g', 'g.id', 'p.generation')
      .select(['p.shard', 'p.stream_id as streamId'])
      .where('g.projection', '=', name)
      .where('g.version', '=', version)
      .where('g.state', '=', 'live')
      .where('p.stream_id', '=', sql<string>`coalesce(${streamId ?? null}::uuid, p.stream_id)`)
      .orderBy('p.parked_at')
      .execute();
  }
}

async function retryStream(
  transaction: Transaction,
  projection: Projection,
  { shard, streamId }: ParkedStream,
): Promise<boolean> {
  const checkpoint = await lockCheckpoint(transaction, { projection }, { shard, wait: true });
  // A replay decides anew which streams are parked.
  if (checkpoint?.isAhead) return false;
  const from = checkpoint && (await unpark(transaction, checkpoint, streamId));
  // Another process has retried the stream already.
  if (checkpoint === undefined || from === undefined) return true;
  const { generation, position: upTo } = checkpoint;
  const events = await readStream(queryable(transaction), { shard, streamId, from, upTo });
  const unfolded = await foldCarefully(transaction, projection, events, new Set());
  await executeTogether(transaction, [...parking(generation, unfolded), touchingCheckpoint(checkpoint)]);
  return unfolded.length === 0;
}
