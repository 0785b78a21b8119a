import { Injectable } from '@nestjs/common';
import { Batcher, Database } from '#libs/platform';
import { MayNotWriteError } from './may-not-write.error.js';
import { WorkspaceGoneError } from './workspace-gone.error.js';

export interface NewEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
}

/** Where a stream stands. */
export interface StreamVersion {
  /** Of the last event; 0 if there is none. */
  readonly version: number;
  /**
   * The command of the last event. After the failure of a primary, a version may come again with another event; a
   * command does not.
   */
  readonly commandId: string | undefined;
}

/** The events that one command leads to, all of one stream. */
export interface Append {
  readonly shard: number;
  readonly streamId: string;
  /** What the decision was made on. */
  readonly expected: StreamVersion;
  /** Other streams that the decision depends on, all of the same shard, as it has seen them. */
  readonly lookedAt: ReadonlyMap<string, StreamVersion>;
  readonly workspaceId: string;
  readonly actorId: string;
  /** Appending twice with the same id appends once, and both are answered alike. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly traceparent: string | undefined;
  readonly events: readonly NewEvent[];
}

export type Appended =
  /** Position and version of the command's last event; `duplicate` when it was in the log before. */
  | { readonly outcome: 'appended' | 'duplicate'; readonly position: number; readonly version: number }
  /** The stream, or one that was looked at, stands at another version than was expected: load them and decide again. */
  | { readonly outcome: 'conflict'; readonly version: number };

const APPEND = 'select outcome, position, version from append_events($1::jsonb) order by item';

/** One call: a second one of the same shards would only make both smaller, and wait for the locks of the first. */
const LIMITS = { batch: 128, calls: 1 };

/** Shards are dealt out among so many: calls of different lanes never wait for each other. More make small calls. */
const LANES = 2;

/** Writes to the log. Commands that arrive while a call is in flight share the next one, and its commit. */
@Injectable()
export class Appender {
  private readonly lanes = Array.from(
    { length: LANES },
    () => new Batcher<Append, Appended>((batch) => this.appendAll(batch), LIMITS),
  );

  constructor(private readonly database: Database) {}

  /**
   * Throws what PostgreSQL says of an item that it refuses, with data that are too large, for example. Those that it came
   * together with are appended.
   *
   * When it throws because the connection was lost, the events may have been committed all the same: send the same
   * command id again to find out.
   *
   * @throws WorkspaceGoneError if the workspace was erased meanwhile, MayNotWriteError if the actor is no member (any more) who may write
   */
  async append(item: Append): Promise<Appended> {
    const lane = this.lanes[item.shard % LANES];
    if (lane === undefined) throw new RangeError(`There is no shard ${item.shard}`);
    try {
      return await lane.add(item);
    } catch (error) {
      throw refusalOf(error, item);
    }
  }

  /**
   * Appends what one command leads to in several streams: as a whole, or not at all. It does not share its call.
   *
   * @returns the last position and version, or a conflict if any of the streams stands at another version than was expected
   * @throws as `append` does; nothing was appended then
   */
  async appendTogether(items: readonly [Append, ...Append[]]): Promise<Appended> {
    try {
      const rows = items.map((item, nth) => ({ ...toRow(item, nth), together: 0 }));
      return lastOf(await this.database.query<Appended>(APPEND, [JSON.stringify(rows)]));
    } catch (error) {
      throw refusalOf(error, items[0]);
    }
  }

  /** Appends in one transaction; the answers are in the order of the items. */
  async appendAll(batch: readonly Append[]): Promise<readonly Appended[]> {
    return await this.database.query<Appended>(APPEND, [JSON.stringify(batch.map(toRow))]);
  }
}

/** All of them have the same outcome. */
function lastOf(appended: readonly Appended[]): Appended {
  const [first, ...others] = appended;
  if (first === undefined) throw new Error('Nothing was answered to what was appended');
  return others.reduce((last, next) => (positionOf(next) > positionOf(last) ? next : last), first);
}

const positionOf = (appended: Appended) => ('position' in appended ? appended.position : 0);

/** In words of ours, from what `append_events` says. */
function refusalOf(error: unknown, { workspaceId }: Append): unknown {
  const said = error instanceof Error ? error.message : '';
  if (said.includes('its workspace is not there')) return new WorkspaceGoneError(workspaceId, error);
  else if (said.includes('its actor may not write')) return new MayNotWriteError(workspaceId, error);
  else return error;
}

function toRow(item: Append, nth: number) {
  return {
    item: nth,
    shard: item.shard,
    stream_id: item.streamId,
    expected: item.expected.version,
    expected_command: item.expected.commandId,
    looked_at: [...item.lookedAt.keys()],
    looked_at_versions: [...item.lookedAt.values()].map(({ version }) => version),
    looked_at_commands: [...item.lookedAt.values()].map(({ commandId }) => commandId ?? null),
    workspace_id: item.workspaceId,
    actor_id: item.actorId,
    command_id: item.commandId,
    correlation_id: item.correlationId,
    causation_id: item.causationId,
    traceparent: item.traceparent,
    events: item.events,
  };
}
