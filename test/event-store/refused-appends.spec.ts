import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { ROLES } from '#libs/accounts';
import { may } from '../../apps/web/src/access/index.js';
import { asRow } from '../support/append-row.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  anAppend,
  createWorkspace,
  createWorkspaces,
  openDatabase,
  openLog,
  SHARD,
  workspaceIn,
  type Changes,
} from '../support/log.js';
import { addPerson } from '../support/somebody.mjs';

const event = (changes: object = {}) => ({ type: 'ListCreated', schemaVersion: 1, data: {}, ...changes });

/** The process that appends may have been taken over: the database looks at what it is given. */
describe('the log takes no', () => {
  let test: TestDatabase;
  let log: ReturnType<typeof openLog>;
  beforeAll(async () => {
    test = await createTestDatabase();
    log = openLog(test.url);
    const owner = openDatabase(test.url);
    await createWorkspaces(owner, [3]);
    await owner.close();
  });
  afterAll(async () => {
    await log.close();
    await test.drop();
  });

  const refused: readonly (readonly [string, Changes, string])[] = [
    ['workspace that there is not', { workspaceId: randomUUID() }, 'There is no workspace'],
    [
      'shard that is not the workspace’s',
      { shard: 3, workspaceId: DEFAULT_WORKSPACE },
      'There is no workspace',
    ],
    ['actor who is no member', { actorId: randomUUID() }, 'This actor may not write'],
    ['command without an event', { events: [] }, 'this cannot be appended'],
    [
      'thousands of events at once',
      { events: Array.from({ length: 1_001 }, () => event()) },
      'this cannot be appended',
    ],
    ['type without a name', { events: [event({ type: '' })] }, 'this cannot be appended'],
    ['type without end', { events: [event({ type: 'T'.repeat(65) })] }, 'this cannot be appended'],
    ['version of a schema below 1', { events: [event({ schemaVersion: 0 })] }, 'this cannot be appended'],
    ['data that are no object', { events: [event({ data: [] })] }, 'this cannot be appended'],
    [
      'data without end',
      { events: [event({ data: { name: 'x'.repeat(70_000) } })] },
      'this cannot be appended',
    ],
    ['data with a NUL', { events: [event({ data: { name: '\u0000' } })] }, 'Unicode'],
  ];

  it.each(refused)('%s', async (_, changes, reason) => {
    const item = anAppend(changes);
    await expect(log.appender.append(item)).rejects.toThrow(reason);
    const owner = openDatabase(test.url);
    expect(await owner.query('select from events where stream_id = $1', [item.streamId])).toEqual([]);
    await owner.close();
  });

  it('event in the stream of another workspace', async () => {
    const theirs = anAppend({ shard: 3 });
    await log.appender.append(theirs);
    const owner = openDatabase(test.url);
    const other = randomUUID();
    await createWorkspace(owner, other, 3);
    await owner.close();
    const intruder = anAppend({ shard: 3, workspaceId: other, streamId: theirs.streamId, expected: 1 });
    expect(await log.appender.append(intruder)).toMatchObject({ outcome: 'conflict' });
  });

  it.each(ROLES)('event by whom its role, or their fate, keeps from writing: %s', async (role) => {
    const [actorId, owner] = [randomUUID(), openDatabase(test.url)];
    const person = { accountId: actorId, name: 'Ben', email: `${actorId}@example.org`, token: actorId };
    await addPerson(owner, { ...person, role });
    const append = () => log.appender.append(anAppend({ actorId })).then(({ outcome }) => outcome, String);
    const refused: unknown = expect.stringContaining('This actor may not write');
    expect(await append()).toEqual(may(role, 'write') ? 'appended' : refused);
    await owner.query('update accounts set disabled_at = now() where id = $1', [actorId]);
    expect(await append()).toEqual(refused);
    await owner.query('delete from accounts where id = $1', [actorId]);
    expect(await append()).toEqual(refused);
    await owner.close();
  });

  it('event by a member of another workspace, nor by nobody', async () => {
    const owner = openDatabase(test.url);
    const [id, actorId] = [randomUUID(), randomUUID()];
    await createWorkspace(owner, id, 3);
    const person = { accountId: actorId, name: 'Eve', email: `${actorId}@example.org`, token: actorId };
    await addPerson(owner, { ...person, workspaceId: id });
    await owner.close();
    for (const who of [actorId, randomUUID()])
      await expect(log.appender.append(anAppend({ actorId: who }))).rejects.toThrow('may not write');
  });

  it('trace that is not in the W3C form', async () => {
    const item = anAppend({ traceparent: `00-${'<b>'.repeat(4_000)}` });
    expect(await log.appender.append(item)).toMatchObject({ outcome: 'appended' });
    const [row] = await log.database.query('select traceparent from events where stream_id = $1', [
      item.streamId,
    ]);
    expect(row).toEqual({ traceparent: null });
  });

  it('other good item with a bad one: the others of its batch are appended', async () => {
    const bad = refused.map(([, changes]) => anAppend(changes));
    const good = Array.from({ length: 40 }, () => anAppend());
    // All of them are asked for before the first call is made.
    const answers = await Promise.allSettled([...bad, ...good].map((item) => log.appender.append(item)));
    expect(answers.slice(0, bad.length).map(({ status }) => status)).toEqual(bad.map(() => 'rejected'));
    const outcomes = answers
      .slice(bad.length)
      .map((answer) => (answer.status === 'fulfilled' ? answer.value.outcome : answer.reason));
    expect(outcomes).toEqual(good.map(() => 'appended'));
  });

  it('other good stream with a bad one: the others are read', async () => {
    const item = anAppend();
    await log.appender.append(item);
    const { shard, workspaceId, streamId } = item;
    const [bad, good] = await Promise.allSettled([
      log.reader.read({ shard, workspaceId, streamId: 'no id' }),
      log.reader.read({ shard, workspaceId, streamId }),
    ]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
  });

  it.each([
    'insert into events (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id, correlation_id, causation_id, data) ' +
      `select ${SHARD}, w.id, 1, 'Forged', 1, w.id, w.id, w.id, w.id, w.id, '{}' from workspaces w where w.id = '${workspaceIn(SHARD)}'`,
    `select nextval('event_positions')`,
    `select erase_events('${DEFAULT_WORKSPACE}', '{${SHARD}}')`,
    `select advance_positions(1000000000)`,
  ])('event or position but by append_events: %s', async (statement) => {
    await expect(log.database.query(statement)).rejects.toThrow('permission denied');
  });

  it('word of whoever makes a table of the same name', async () => {
    const connection = await log.database.pool.connect();
    await connection.query('create temp table workspaces (id uuid, shard smallint)');
    await connection.query('set search_path = pg_temp');
    const id = randomUUID();
    await connection.query('insert into workspaces values ($1, 3)', [id]);
    const item = anAppend({ shard: 3, workspaceId: id });
    const appending = connection.query('select public.append_events($1)', [JSON.stringify([asRow(item)])]);
    await appending.finally(() => connection.release(true)).catch(() => undefined);
    await expect(appending).rejects.toThrow('not in its shard');
  });
});
