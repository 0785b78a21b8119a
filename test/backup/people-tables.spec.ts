import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptTables, peopleTables, SET_UP_LOCK } from '#libs/accounts';
import { restoreLog, UnreadableBackupError, writeBackup } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { collect, read } from '../support/backups.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { until } from '../support/until.js';

/** What a backup does not keep, each for its reason. */
const LEFT_OUT = [
  'account_links',
  'identity_flows',
  'identity_offers',
  'invitations',
  'known_browsers',
  'passkey_challenges',
  'pending_sign_ins',
  'sessions',
  'workspaces',
];

const WAITING = `
  select from pg_locks join pg_database d on d.oid = database
  where locktype = 'advisory' and not granted and d.datname = current_database()`;

const AUDITED = `
  insert into audit_entries (id, what, details) values (gen_random_uuid(), 'account-enabled', '{"by": "garbanzo"}')`;

describe('the tables about people in a backup', () => {
  let source: TestDatabase;
  let target: TestDatabase;
  let owner: Database;
  let database: Database;
  beforeAll(async () => {
    [source, target] = [await createTestDatabase(), await createTestDatabase()];
    owner = openDatabase(source.url);
    await owner.query(AUDITED);
    await owner.query('update accounts set disabled_at = now()');
    database = openDatabase(target.url);
    await database.query('delete from accounts');
  });
  afterAll(async () => {
    await Promise.all([owner.close(), database.close()]);
    await Promise.all([source.drop(), target.drop()]);
  });

  /** A backup with other tables, or other columns. */
  const written = async (tables: ReturnType<typeof keptTables>) =>
    (await collect((output) => writeBackup(owner, output, { version: '9.9.9', tables }))).bytes;

  it('are all that there are, with every column, but for what is left out on purpose', async () => {
    const kept = keptTables().map(({ name }) => name);
    expect([...kept, ...LEFT_OUT].toSorted()).toEqual(
      peopleTables()
        .map(({ name }) => name)
        .toSorted(),
    );
    const found = await owner.query<{ table: string; name: string }>(
      `select attrelid::regclass::text as table, attname as name from pg_attribute
       where attrelid = any($1::text[]::regclass[]) and attnum > 0 and not attisdropped`,
      [kept],
    );
    for (const { name, columns } of keptTables()) {
      const there = found.filter(({ table }) => table === name).map((column) => column.name);
      expect([name, columns.toSorted()]).toEqual([name, there.toSorted()]);
    }
  });

  it('wait for somebody who sets up at this moment, and are refused then', async () => {
    const bytes = await written(keptTables());
    const other = openDatabase(target.url);
    const holder = await other.pool.connect();
    await holder.query('begin');
    await holder.query(SET_UP_LOCK);
    const restoring = Promise.allSettled([
      restoreLog(database, read(bytes), { tables: keptTables(), hold: SET_UP_LOCK }),
    ]);
    await until(async () => (await other.query(WAITING)).length > 0);
    await holder.query(
      `insert into accounts (id, name, email, is_instance_owner, language, time_zone, first_day, theme, letter_keys)
       values (gen_random_uuid(), 'Eve', 'eve@example.org', true, 'en', 'UTC', 1, 'system', true)`,
    );
    await holder.query('commit');
    holder.release();
    expect(await restoring).toMatchObject([
      { reason: { message: expect.stringContaining('it has accounts') } },
    ]);
    await other.query('delete from accounts');
    await other.close();
  });

  it('are refused when this version does not know one of them', async () => {
    const bytes = await written(keptTables());
    const tables = keptTables().filter(({ name }) => name !== 'audit_entries');
    await expect(restoreLog(database, read(bytes), { tables })).rejects.toThrow(
      new UnreadableBackupError(
        'The backup holds audit_entries, which this version does not know. Use the version that wrote it (9.9.9), or a later one.',
      ),
    );
    expect(await database.query('select from accounts')).toEqual([]);
  });

  it('may lack a column, which gets its default, and have one that is no more', async () => {
    const older = keptTables().map((table) => ({
      ...table,
      columns: table.columns.filter((column) => column !== 'details'),
    }));
    const newer = keptTables().map((table) => ({
      ...table,
      columns: table.columns.filter((column) => column !== 'disabled_at'),
    }));
    await restoreLog(database, read(await written(older)), { tables: newer });
    const [found] = await database.query<{ details: string; accounts: string }>(
      `select (select count(*)::int from audit_entries where details <> '{}') as details,
              (select count(*)::int from accounts where disabled_at is null) as accounts`,
    );
    expect(found).toEqual({ details: 0, accounts: 1 });
  });
});
