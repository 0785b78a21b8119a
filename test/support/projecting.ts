import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { EVENTS, type DomainEvent } from '#libs/domain';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { CatchUp, ParkedStreams, todoLists, type Projection } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import { createTestDatabase } from './database.js';
import { anAppend, openDatabase, openLog } from './log.js';

/** The shard of everything that these tests append. */
export const SHARD = 7;

/** A history: which stream each event is of, in the order of the log. */
export type History = readonly (readonly [streamId: string, event: DomainEvent])[];

/** A log and a projection of it, on a database of its own. */
export async function openProjecting() {
  const test = await createTestDatabase();
  const log = openLog(test.url);
  const database = openDatabase(test.url, 'garbanzo_worker');
  const readModel = new ReadModel(database);
  const catchUp = new CatchUp(readModel);
  return {
    url: test.url,
    database,
    log,
    catchUp,
    parked: new ParkedStreams(readModel),
    /** Appends events, each as a command of its own. */
    async append(history: History) {
      for (const [streamId, event] of history) {
        const stored = await log.reader.read({ shard: SHARD, streamId, workspaceId: DEFAULT_WORKSPACE });
        await log.appender.append(
          anAppend({ shard: SHARD, streamId, expected: stored.length, events: [written(event)] }),
        );
      }
    },
    /** Appends what no version that we know would write. */
    async appendUnchecked(streamId: string, event: { readonly type: string; readonly data: object }) {
      const { length } = await log.reader.read({ shard: SHARD, streamId, workspaceId: DEFAULT_WORKSPACE });
      const events = [{ ...event, schemaVersion: 1 }];
      await log.appender.append(anAppend({ shard: SHARD, streamId, expected: length, events }));
    },
    /** Folds all there is, in batches of this size. */
    async project(batch = 1_000, projection: Projection = todoLists) {
      while ((await catchUp.catchUp(projection, SHARD, batch)).more);
    },
    rows: () => rowsOf(readModel),
    /** As if nothing had ever been projected. */
    async forget() {
      await database.query('delete from todos');
      await database.query('delete from lists');
      await database.query('delete from list_totals');
      await database.query('delete from parked_streams');
      await database.query('update checkpoints set position = 0');
    },
    async close() {
      await log.close();
      await database.close();
      await test.drop();
    },
  };
}

export type Projecting = Awaited<ReturnType<typeof openProjecting>>;

function written(event: DomainEvent) {
  return { ...event, schemaVersion: EVENTS.versions[event.type] };
}

async function rowsOf({ kysely }: ReadModel) {
  const lists = await sql`
    select id, name, removed_at is not null as removed, version from lists order by id`.execute(kysely);
  const todos = await sql`
    select id, list_id as "listId", title, sort_order as "order", completed_at is not null as completed,
           removed_at is not null as removed, version from todos order by id`.execute(kysely);
  const totals = await sql`
    select list_id as "listId", open, done from list_totals where open <> 0 or done <> 0 order by list_id`.execute(
    kysely,
  );
  const parked = await sql`
    select stream_id as "streamId", event_type as "eventType", error from parked_streams order by stream_id`.execute(
    kysely,
  );
  return { lists: lists.rows, todos: todos.rows, totals: totals.rows, parked: parked.rows };
}

export function ids<Count extends number>(count: Count): string[] {
  return Array.from({ length: count }, () => randomUUID()).toSorted();
}
