import { Injectable } from '@nestjs/common';
import { Batcher, Database } from '#libs/platform';
import { STORED_EVENT, type StoredEvent } from './stored-event.js';

export interface StreamId {
  readonly shard: number;
  readonly workspaceId: string;
  readonly streamId: string;
}

/** An event, and the command that led to it. */
export interface CommandedEvent extends StoredEvent {
  readonly commandId: string;
}

const READ = `
    select ${STORED_EVENT}, e.command_id as "commandId"
    from (select distinct * from unnest($1::smallint[], $2::uuid[]) as asked (shard, stream_id)) asked
    join events e using (shard, stream_id)
    order by e.shard, e.stream_id, e.version`;

/** Reads whole streams for decisions. Commands that arrive together share one statement. */
@Injectable()
export class StreamReader {
  private readonly batcher = new Batcher<StreamId, readonly CommandedEvent[]>((ids) => this.readAll(ids), {
    batch: 128,
    calls: 1,
  });

  constructor(private readonly database: Database) {}

  /** Reads all events of a stream; none if the workspace has no such stream. */
  read(id: StreamId): Promise<readonly CommandedEvent[]> {
    return this.batcher.add(id);
  }

  private async readAll(ids: readonly StreamId[]): Promise<(readonly CommandedEvent[])[]> {
    const rows = await this.database.query<CommandedEvent>(READ, [
      ids.map(({ shard }) => shard),
      ids.map(({ streamId }) => streamId),
    ]);
    const streams = Map.groupBy(rows, ({ streamId }) => streamId);
    return ids.map(({ streamId, workspaceId }) =>
      (streams.get(streamId) ?? []).filter((event) => event.workspaceId === workspaceId),
    );
  }
}
