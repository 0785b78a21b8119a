import { sql } from 'kysely';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { EVENTS, type DomainEvent } from '#libs/domain';
import { DEFAULT_WORKSPACE, type NewEvent } from '#libs/event-store';
import { CatchUp, ParkedStreams, Replay, todoLists, type Projection } from '#libs/projections';
import { liveSchema, ReadModel, SEARCH } from '#libs/read-model';
import { createTestDatabase, type TestDatabase } from './database.js';
import { anAppend, openDatabase, openLog, SHARD } from './log.js';
import { until } from './until.js';

/** A history: which stream each event is of, in the order of the log. */
export type History = readonly (readonly [streamId: string, event: DomainEvent])[];

/** As if a version had migrated this database that knew one projection only. */
const WITHOUT_SEARCH = [
  `delete from checkpoints c using generations g where g.id = c.generation and g.projection = '${SEARCH.name}'`,
  `delete from generations where projection = '${SEARCH.name}'`,
  `drop schema if exists ${liveSchema(SEARCH)} cascade`,
];

/** A log and a projection of it, on a database of its own. There are no tables of other projections, until a worker makes them. */
export class Projecting {
  readonly database = openDatabase(this.test.url, 'garbanzo_worker');
  readonly log = openLog(this.test.url);
  readonly readModel = new ReadModel(this.database);
  readonly catchUp = new CatchUp(this.readModel);
  readonly parked = new ParkedStreams(this.readModel);
  readonly replay = new Replay(this.readModel);

  private constructor(private readonly test: TestDatabase) {}

  static async open(): Promise<Projecting> {
    const projecting = new Projecting(await createTestDatabase());
    await projecting.asOwner(WITHOUT_SEARCH);
    return projecting;
  }

  /** Appends events, each as a command of its own. */
  async append(history: History): Promise<void> {
    for (const [streamId, event] of history) {
      await this.appendUnchecked(streamId, { ...event, schemaVersion: EVENTS[event.type].schemaVersion });
    }
  }

  /** The same for what no version that we know would write. */
  async appendUnchecked(streamId: string, event: NewEvent): Promise<void> {
    const stored = await this.log.reader.read({ shard: SHARD, streamId, workspaceId: DEFAULT_WORKSPACE });
    await this.log.appender.append(
      anAppend({ shard: SHARD, streamId, expected: stored.length, events: [event] }),
    );
  }

  /** Folds all there is, in batches of this size. */
  async project(batch = 1_000, projection: Projection = todoLists): Promise<void> {
    while ((await this.catchUp.catchUp({ projection }, SHARD, batch)).more);
  }

  get url(): string {
    return this.test.url;
  }

  /** Runs statements in one transaction with the rights of the owner. */
  async asOwner(statements: readonly (string | readonly [string, readonly unknown[]])[]): Promise<void> {
    const owner = new pg.Client(this.test.url);
    await owner.connect();
    await owner.query('begin');
    for (const statement of statements) {
      const [text, values] = typeof statement === 'string' ? [statement, []] : statement;
      await owner.query(text, [...values]);
    }
    await owner.query('commit');
    await owner.end();
  }

  /** Holds every replay at the point where it writes how far it has folded. */
  async whileReplaysAreHeld(work: () => Promise<void>): Promise<void> {
    const holder = new pg.Client(this.test.url);
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table checkpoints in share mode');
    try {
      await work();
    } finally {
      await holder.query('rollback');
      await holder.end();
    }
  }

  /** Waits until a replay has begun to build. */
  untilBuilding(): Promise<void> {
    return until(async () => {
      const building = await this.database.query(`select from generations where state = 'building'`);
      return building.length > 0;
    });
  }

  rows() {
    return rowsOf(this.readModel);
  }

  /** As if nothing had ever been projected. */
  async forget(): Promise<void> {
    for (const table of ['todos', 'lists', 'labels', 'list_totals', 'parked_streams']) {
      await this.database.query(`delete from ${table}`);
    }
    await this.database.query('update checkpoints set position = 0');
  }

  async close(): Promise<void> {
    await this.log.close();
    await this.database.close();
    await this.test.drop();
  }
}

async function rowsOf({ kysely }: ReadModel) {
  const lists = await sql`
    select id, name, removed_at is not null as removed, archived_at is not null as archived, version from lists order by id`.execute(
    kysely,
  );
  const todos = await sql`
    select id, list_id as "listId", title, priority, note, note_version as "noteVersion", sort_order as "order", completed_at is not null as completed,
           jsonb_build_array(due_on, due_time, due_zone) as due, removed_at is not null as removed, version from todos order by id`.execute(
    kysely,
  );
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

export function ids(count: number): string[] {
  return Array.from({ length: count }, () => randomUUID()).toSorted();
}
