import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { createTestDatabase } from '../support/database.js';
import { anAppend, openDatabase, openLog } from '../support/log.js';

describe('the log', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  beforeAll(async () => {
    test = await createTestDatabase();
    const log = openLog(test.url);
    await log.appender.append(anAppend());
    await log.close();
  });
  afterAll(() => test.drop());

  const changes = [
    `update events set data = '{}'`,
    `delete from events`,
    `truncate events`,
    `insert into events (position, shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
       correlation_id, causation_id, data)
     select 1000000, shard, stream_id, 2, type, schema_version, workspace_id, actor_id, command_id, correlation_id,
       causation_id, data from events`,
    `insert into events (recorded_at, shard, stream_id, version, type, schema_version, workspace_id, actor_id,
       command_id, correlation_id, causation_id, data)
     select now() - interval '1 year', shard, stream_id, 2, type, schema_version, workspace_id, actor_id, command_id,
       correlation_id, causation_id, data from events`,
    `select setval('event_positions', 1)`,
    `alter table events disable trigger all`,
    `drop function append_events`,
    `update todos set title = 'forged'`,
    `update checkpoints set position = 1000000`,
  ];

  it.each(changes)('cannot be tampered with by the web role: %s', async (statement) => {
    const web = openDatabase(test.url, 'garbanzo_web');
    await expect(web.query(statement)).rejects.toThrow(/permission denied|must be owner|never changed/);
    await web.close();
  });

  it.each([
    'update events set version = 9',
    'delete from events',
    'truncate events',
    // Version 0.1.0 had a setting that let this pass.
    `set garbanzo.erasing = '${DEFAULT_WORKSPACE}'; delete from events`,
  ])('is not changed or removed even by its owner: %s', async (statement) => {
    const owner = openDatabase(test.url);
    await expect(owner.query(statement)).rejects.toThrow('events are never changed or removed');
    await owner.close();
  });

  it.each([
    'insert into events default values',
    'select append_events($$[]$$)',
    'insert into workspaces values (gen_random_uuid(), 1)',
  ])('is not for the worker to write: %s', async (statement) => {
    const worker = openDatabase(test.url, 'garbanzo_worker');
    await expect(worker.query(statement)).rejects.toThrow('permission denied');
    await worker.close();
  });
});
