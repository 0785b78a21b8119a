import { randomUUID } from 'node:crypto';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { openDatabase } from './log.js';

/** An event that was recorded at some other time than now. */
export interface PastEvent {
  readonly streamId: string;
  readonly type: string;
  readonly data?: object;
  readonly schemaVersion?: number;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * Writes events behind what is in the log, in this order but with times of their own. Only the owner of the database can
 * do that; no process of ours may.
 */
export async function writePast(
  url: string,
  events: readonly PastEvent[],
  workspaceId = DEFAULT_WORKSPACE,
): Promise<void> {
  const owner = openDatabase(url);
  const actorId = randomUUID();
  for (let begin = 0; begin < events.length; begin += BATCH) {
    const batch = events.slice(begin, begin + BATCH).map(asRow);
    await owner.query(WRITE, [JSON.stringify(batch), actorId, workspaceId]);
  }
  await owner.close();
}

const BATCH = 5_000;

const WRITE = `
  insert into events (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                      correlation_id, causation_id, data, recorded_at)
  select w.shard, e.stream_id,
         row_number() over (partition by e.stream_id order by e.ordinality) + (
           select count(*) from events where events.shard = w.shard and events.stream_id = e.stream_id),
         e.type, coalesce(e.schema_version, 1), w.id, $2, uuidv7(), $2, $2, coalesce(e.data, '{}'), e.at
  from workspaces w, rows from (jsonb_to_recordset($1) as (
    stream_id uuid, type text, schema_version int, data jsonb, at timestamptz)) with ordinality e
  where w.id = $3 order by e.ordinality`;

function asRow({ streamId, schemaVersion, ...event }: PastEvent) {
  return { ...event, stream_id: streamId, schema_version: schemaVersion };
}

/** A workspace of other people, by its id. */
export async function createWorkspace(url: string): Promise<string> {
  const owner = openDatabase(url);
  const id = randomUUID();
  await owner.query('insert into workspaces (id, shard) select $1, shard from workspaces limit 1', [id]);
  await owner.close();
  return id;
}
