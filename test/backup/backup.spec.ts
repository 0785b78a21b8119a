import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { checkBackup, restoreLog, writeBackup } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { backupOf, collect, logOf, read } from '../support/backups.js';
import { anAppend, createWorkspace, createWorkspaces, openDatabase, openLog } from '../support/log.js';

describe('a backup', () => {
  let databases: TestDatabase[];
  let opened: Database[];
  let source: Database;
  let target: Database;
  beforeEach(async () => {
    [databases, opened] = [[], []];
    source = await open();
    target = await open();
  });
  afterEach(async () => {
    for (const database of opened) await database.close();
    for (const database of databases) await database.drop();
  });

  async function open(): Promise<Database> {
    const database = await createTestDatabase();
    databases.push(database);
    opened.push(openDatabase(database.url));
    return opened.at(-1) as Database;
  }

  /** With the rights of the web process. */
  const logIn = (database: Database) => openLog(databases[opened.indexOf(database)]?.url ?? '');

  async function appendTo(database: Database, ...changes: Parameters<typeof anAppend>[0][]): Promise<void> {
    const log = logIn(database);
    const elsewhere = changes.flatMap((change) => (change?.workspaceId ? [] : (change?.shard ?? [])));
    await createWorkspaces(database, elsewhere);
    await log.appender.appendAll(changes.map(anAppend));
    await log.close();
  }

  it('gives every event back as it was, with the same position, version and time', async () => {
    const other = randomUUID();
    await createWorkspace(source, other, 9);
    const data = { name: 'Größe "Ω"\n\\ \u2028 🥜', n: null, list: [1.5, { deep: true }] };
    await appendTo(
      source,
      { shard: 63, traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
      { shard: 9, workspaceId: other, events: [{ type: 'Anything', schemaVersion: 7, data }] },
      { shard: 0, events: Array.from({ length: 3 }, () => ({ type: 'Step', schemaVersion: 1, data: {} })) },
    );
    await source.query(
      `insert into events select shard, 9007199254740, gen_random_uuid(), 1, 'Big', 1, workspace_id, actor_id, command_id,
         correlation_id, causation_id, null, '{"n": 123456789012345678901234567890.10}', '2020-02-29 23:59:59.123456+00'
       from events limit 1`,
    );
    await restoreLog(target, read(await backupOf(source)));
    expect(await logOf(target)).toEqual(await logOf(source));
    expect((await logOf(target)).events).toHaveLength(6);
  });

  it('lets the log go on behind all positions that were ever handed out', async () => {
    await appendTo(source, {}, {});
    await source.query(`select setval('event_positions', 41)`);
    await restoreLog(target, read(await backupOf(source)));
    const log = logIn(target);
    expect(await log.appender.append(anAppend())).toMatchObject({ outcome: 'appended', position: 42 });
    await log.close();
  });

  it('still knows commands and versions', async () => {
    const [commandId, streamId] = [randomUUID(), randomUUID()];
    await appendTo(source, { commandId, streamId });
    await restoreLog(target, read(await backupOf(source)));
    const log = logIn(target);
    expect(await log.appender.append(anAppend({ commandId }))).toMatchObject({ outcome: 'duplicate' });
    expect(await log.appender.append(anAppend({ streamId }))).toMatchObject({
      outcome: 'conflict',
      version: 1,
    });
    await log.close();
  });

  it('of an empty log can be restored as well', async () => {
    await restoreLog(target, read(await backupOf(source)));
    expect(await logOf(target)).toEqual(await logOf(source));
    await appendTo(target, {});
    expect((await logOf(target)).events).toHaveLength(1);
  });

  it('is of one moment, whatever is appended while it is written', async () => {
    await appendTo(source, ...Array.from({ length: 20 }, (_, shard) => ({ shard })));
    const before = await logOf(source);
    const pieces: Buffer[] = [];
    const header = await writeBackup(
      source,
      async (output) => {
        // The moment was before the first piece comes.
        await appendTo(source, { shard: 0 }, { shard: 63 });
        for await (const piece of output) pieces.push(piece);
      },
      { version: 'test' },
    );
    expect(header).toMatchObject({ events: 20, workspaces: 21 });
    await restoreLog(target, read(Buffer.concat(pieces)));
    expect(await logOf(target)).toEqual(before);
  });

  it('tells how far it is, and so does its restore', async () => {
    await appendTo(source, {}, {}, {});
    const heard: unknown[] = [];
    const onProgress = (step: unknown) => heard.push(step);
    const { bytes } = await collect((output) => writeBackup(source, output, { version: 'test', onProgress }));
    await checkBackup(read(bytes), { onProgress });
    await restoreLog(target, read(bytes), { onProgress });
    expect(heard).toEqual(Array.from({ length: 3 }, () => ({ events: 3, total: 3 })));
  });

  it('can be broken off on its way out and on its way in, and then nothing was', async () => {
    await appendTo(source, {});
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(
      collect((output) => writeBackup(source, output, { version: 'test', signal })),
    ).rejects.toThrow('enough');
    await expect(restoreLog(target, read(await backupOf(source)), { signal })).rejects.toThrow('enough');
    expect((await logOf(target)).events).toEqual([]);
  });

  it('is refused by a database that has events, or workspaces of its own', async () => {
    await appendTo(source, {});
    const backup = await backupOf(source);
    await target.query('insert into workspaces (id, shard) values (gen_random_uuid(), 1)');
    await expect(restoreLog(target, read(backup))).rejects.toThrow(
      'The database is not empty: it has workspaces.',
    );
    await appendTo(target, {});
    const before = await logOf(target);
    await expect(restoreLog(target, read(backup))).rejects.toThrow(
      'The database is not empty: it has events.',
    );
    expect(await logOf(target)).toEqual(before);
  });

  it('lets nobody append while it is put back', async () => {
    await appendTo(source, {});
    const log = logIn(target);
    const bytes = read(await backupOf(source));
    let late: Promise<unknown> | undefined;
    await restoreLog(target, bytes, {
      onProgress() {
        late ??= log.appender.append(anAppend());
      },
    });
    expect(await late).toMatchObject({ outcome: 'appended', position: 2 });
    await log.close();
  });
});
