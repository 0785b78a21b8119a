import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { readStream } from '#libs/event-store';
import { queryable, ReadModel, type Transaction } from '#libs/read-model';
import { lockCheckpoint } from './checkpoints.js';
import { foldEvents, openTables } from './fold-events.js';
import { park, unpark } from './parking.js';
import type { Projection } from './projection.js';

interface ParkedStream {
  readonly shard: number;
  readonly streamId: string;
}

/** Streams that wait because one of their events could not be folded. */
@Injectable()
export class ParkedStreams {
  constructor(private readonly readModel: ReadModel) {}

  /**
   * Folds parked streams from their beginning; those that still cannot be folded stay parked.
   *
   * @param streamId only this one
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
        .execute((transaction) => refold(transaction, projection, stream));
      folded += isFolded ? 1 : 0;
    }
    return { folded, parked: streams.length - folded };
  }

  private async find({ name, version }: Projection, streamId?: string): Promise<readonly ParkedStream[]> {
    const { rows } = await sql<ParkedStream>`
      select p.shard, p.stream_id as "streamId"
      from parked_streams p join generations g on g.id = p.generation
      where g.projection = ${name} and g.version = ${version} and g.state = 'live'
        and p.stream_id = coalesce(${streamId ?? null}::uuid, p.stream_id)
      order by p.parked_at`.execute(this.readModel.kysely);
    return rows;
  }
}

async function refold(
  transaction: Transaction,
  projection: Projection,
  { shard, streamId }: ParkedStream,
): Promise<boolean> {
  const checkpoint = await lockCheckpoint(transaction, { projection }, { shard, wait: true });
  // Another process was quicker.
  if (checkpoint === undefined || !(await unpark(transaction, checkpoint, streamId))) return true;
  const { generation, position: upTo } = checkpoint;
  const events = await readStream(queryable(transaction), { shard, streamId, upTo });
  const folding = await openTables(projection, (table) => table.open(transaction, [streamId]));
  const unfolded = foldEvents(folding, events);
  for (const { open } of folding) await open.save();
  await park(transaction, generation, unfolded);
  return unfolded.length === 0;
}
