import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Appender } from '../../dist/libs/event-store/src/index.js';
import { Database } from '../../dist/libs/platform/src/index.js';
import { SOMEBODY } from '../support/somebody.mjs';
import { drive, IN_FLIGHT } from './load.mjs';

const INSERT = {
  name: 'bare-insert',
  text: `
    insert into bare_events (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                             correlation_id, causation_id, data)
    values ($1, $2, 1, 'TodoAdded', 1, $3, $4, $5, $5, $5, $6)`,
};

const data = { listId: randomUUID(), title: 'Buy milk and bread', order: 'gVbtHPLG' };

/** A table with the columns and indexes of the log, that anybody may write to as they like. */
export async function createBareTable({ owner }) {
  await owner.query('create table bare_events (like events including all)');
}

/** The log's own way: 64 commands in flight, spread over this many workspaces, each in a shard of its own. */
export async function appending({ url, logger, owner }, workspaces) {
  const database = new Database({ url, name: 'bench', logger, role: 'garbanzo_web' });
  const appender = new Appender(database);
  const ids = Array.from({ length: workspaces }, () => randomUUID());
  const shardOf = (nth) => (workspaces === 1 ? 46 : nth);
  await owner.query('insert into workspaces (id, shard) select * from unnest($1::uuid[], $2::smallint[])', [
    ids,
    ids.map((_, nth) => shardOf(nth)),
  ]);
  await owner.query(
    `insert into memberships (account_id, workspace_id, role) select $2, id, 'owner' from unnest($1::uuid[]) id`,
    [ids, SOMEBODY.accountId],
  );
  let next = 0;
  const work = async () => {
    next = (next + 1) % workspaces;
    const commandId = uuidv7();
    const { outcome } = await appender.append({
      shard: shardOf(next),
      streamId: uuidv7(),
      expected: { version: 0 },
      lookedAt: new Map(),
      workspaceId: ids[next],
      actorId: SOMEBODY.accountId,
      commandId,
      correlationId: commandId,
      causationId: commandId,
      events: [{ type: 'TodoAdded', schemaVersion: 1, data }],
    });
    if (outcome !== 'appended') throw new Error(`An append was answered with ${outcome}`);
  };
  return { run: (ms) => drive(work, { ms }), close: () => database.close() };
}

/** The plainest way: a row of the same columns and indexes, each in a transaction of its own. */
export function inserting({ url }, workspaces, connections) {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const ids = Array.from({ length: workspaces }, () => randomUUID());
  let next = 0;
  const work = () => {
    next = (next + 1) % workspaces;
    const [streamId, commandId] = [uuidv7(), uuidv7()];
    return pool.query({
      ...INSERT,
      values: [next, streamId, ids[next], commandId, commandId, JSON.stringify(data)],
    });
  };
  return { run: (ms) => drive(work, { ms, inFlight: IN_FLIGHT }), close: () => pool.end() };
}
