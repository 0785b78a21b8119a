import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptTables, peopleTables, SET_UP_LOCK } from '#libs/accounts';
import { restoreLog, UnreadableBackupError, writeBackup } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { collect, read } from '../support/backups.js';
import { createTestDatabase, withEmptyDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { openDatabase } from '../support/log.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';

const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'Europe/Berlin' };
const { email, password } = MIA;

/** What a backup does not keep, each for its reason. */
const LEFT_OUT = [
  'account_links',
  'invitations',
  'passkey_challenges',
  'pending_sign_ins',
  'sessions',
  'workspaces',
];

const WAITING = `
  select from pg_locks join pg_database d on d.oid = database
  where locktype = 'advisory' and not granted and d.datname = current_database()`;

describe('a backup of people', () => {
  let test: TestDatabase;
  let owner: Database;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'garbanzo-people-'));
    file = join(folder, 'monday.backup');
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    await owner.query('delete from accounts');
    const web = await startWeb(test.url);
    await new Person(web).post('/setup', MIA);
    await web.close();
    await owner.query(`update workspaces set name = 'Größe 🥜'`);
    await garbanzo(['account', 'create', 'ben@example.org', 'Ben'], { DATABASE_URL: test.url });
    await garbanzo(['account', 'disable', 'ben@example.org'], { DATABASE_URL: test.url });
    expect(await garbanzo(['backup', file], { DATABASE_URL: test.url })).toMatchObject({ code: 0 });
  });
  afterAll(async () => {
    await owner.close();
    await test.drop();
    rmSync(folder, { recursive: true });
  });

  const linesOf = (bytes: Buffer) => gunzipSync(bytes).toString().trimEnd().split('\n');

  async function rowsOf(database: Database): Promise<Readonly<Record<string, readonly string[]>>> {
    const tables = [...keptTables().map(({ name }) => name), 'workspaces'];
    const rows = await Promise.all(
      tables.map((table) =>
        database.query<{ text: string }>(`select t::text as text from ${table} t order by 1`),
      ),
    );
    return Object.fromEntries(tables.map((table, nth) => [table, (rows[nth] ?? []).map(({ text }) => text)]));
  }

  it('lets the same people in, from an empty database on', async () => {
    await withEmptyDatabase(async ({ url }) => {
      const { code, stdout } = await garbanzo(['restore', file], { DATABASE_URL: url });
      expect([code, stdout]).toEqual([0, expect.not.stringContaining('Nobody has an account')]);
      const web = await startWeb(url);
      const mia = new Person(web);
      expect((await mia.open('/setup')).status).toBe(404);
      expect((await mia.post('/sign-in', { email, password: 'another pea' })).status).toBe(422);
      expect((await mia.post('/sign-in', { email, password })).status).toBe(303);
      expect((await mia.open(WORKSPACE_PATH)).text).toContain('Your lists');
      const ben = await runStatements(url, `select from accounts where name = 'Ben' and disabled_at is null`);
      expect(ben).toEqual([]);
      await web.close();
    });
  });

  it('gives every row back as it was, and leaves out what passes', async () => {
    await withEmptyDatabase(async ({ url }) => {
      await garbanzo(['restore', file], { DATABASE_URL: url });
      const restored = openDatabase(url);
      expect(await rowsOf(restored)).toEqual(await rowsOf(owner));
      expect((await rowsOf(restored)).accounts).toHaveLength(2);
      for (const table of ['sessions', 'account_links'])
        expect(await restored.query(`select from ${table}`)).toEqual([]);
      await restored.close();
    });
    const text = linesOf(readFileSync(file)).join('\n');
    expect(text).not.toContain('token_hash');
    expect(await owner.query('select from sessions')).toHaveLength(1);
  });

  it('has every table about people, with every column, but for what is left out on purpose', async () => {
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

  it('is refused by a database that has accounts, which is left as it is', async () => {
    const target = await createTestDatabase();
    const answer = await garbanzo(['restore', file], { DATABASE_URL: target.url });
    expect(answer).toMatchObject({
      code: 1,
      stderr: 'The database is not empty: it has accounts. Restore into a new one; nothing was changed.\n',
    });
    const ids = await runStatements(target.url, 'select id from accounts');
    expect(ids).toEqual([{ id: SOMEBODY.accountId }]);
    await target.drop();
  });

  it('is taken by a database in which somebody has only tried to sign in', async () => {
    await withEmptyDatabase(async ({ url }) => {
      await garbanzo(['migrate'], { DATABASE_URL: url });
      await runStatements(
        url,
        `insert into audit_entries (id, what) values (gen_random_uuid(), 'sign-in-failed')`,
      );
      expect(await garbanzo(['restore', file], { DATABASE_URL: url })).toMatchObject({ code: 0 });
    });
  });

  describe('on its way in', () => {
    let target: TestDatabase;
    let database: Database;
    beforeAll(async () => {
      target = await createTestDatabase();
      database = openDatabase(target.url);
      await database.query('delete from accounts');
    });
    afterAll(async () => {
      await database.close();
      await target.drop();
    });

    /** A backup with other tables, or other columns. */
    const written = async (tables: ReturnType<typeof keptTables>) =>
      (await collect((output) => writeBackup(owner, output, { version: '9.9.9', tables }))).bytes;

    it('waits for somebody who sets up at this moment, and is refused then', async () => {
      const bytes = await written(keptTables());
      const other = openDatabase(target.url);
      const holder = await other.pool.connect();
      await holder.query('begin');
      await holder.query(SET_UP_LOCK);
      const restoring = restoreLog(database, read(bytes), { tables: keptTables(), hold: SET_UP_LOCK });
      const refused = expect(restoring).rejects.toThrow('it has accounts');
      await until(async () => (await other.query(WAITING)).length > 0);
      await holder.query(
        `insert into accounts (id, name, email, is_instance_owner, language, time_zone, first_day, theme, letter_keys)
         values (gen_random_uuid(), 'Eve', 'eve@example.org', true, 'en', 'UTC', 1, 'system', true)`,
      );
      await holder.query('commit');
      holder.release();
      await refused;
      await other.query('delete from accounts');
      await other.close();
    });

    it('is refused when it holds a table that this version does not know', async () => {
      const bytes = await written(keptTables());
      const tables = keptTables().filter(({ name }) => name !== 'audit_entries');
      await expect(restoreLog(database, read(bytes), { tables })).rejects.toThrow(
        new UnreadableBackupError(
          'The backup holds audit_entries, which this version does not know. Use the version that wrote it (9.9.9), or a later one.',
        ),
      );
      expect(await database.query('select from accounts')).toEqual([]);
    });

    it('gives a column that it does not have its default, and passes one that is no more', async () => {
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
      expect(found).toEqual({ details: 0, accounts: 2 });
    });
  });
});

describe('a backup of version 0.1.0', () => {
  const old = fileURLToPath(new URL('format-1.ndjson.gz', import.meta.url));

  it('belongs to whoever sets up after its restore', async () => {
    await withEmptyDatabase(async ({ url }) => {
      const { code, stdout } = await garbanzo(['restore', old], { DATABASE_URL: url });
      expect([code, stdout]).toEqual([0, expect.stringContaining('Nobody has an account in it')]);
      const [web, worker] = await Promise.all([startWeb(url), startWorker(url)]);
      const mia = new Person(web);
      expect((await mia.open('/')).headers.location).toMatch(/^\/setup/);
      expect((await mia.post('/setup', MIA)).status).toBe(303);
      await until(async () => (await mia.open(WORKSPACE_PATH)).text.includes('Größe 🥜'));
      const names = await runStatements(url, 'select name from workspaces');
      expect(names).toEqual([{ name: 'Home' }]);
      await Promise.all([web.close(), worker.close()]);
    });
  });
});

describe('a backup of the second format', () => {
  const kept = fileURLToPath(new URL('format-2.ndjson.gz', import.meta.url));

  it('lets in whoever was let in when it was written', async () => {
    await withEmptyDatabase(async ({ url }) => {
      expect(await garbanzo(['restore', kept], { DATABASE_URL: url })).toMatchObject({ code: 0 });
      const web = await startWeb(url);
      const mia = new Person(web);
      expect((await mia.post('/sign-in', { email, password })).status).toBe(303);
      expect((await mia.open(`${WORKSPACE_PATH}/access`)).status).toBe(200);
      expect((await mia.open('/account/access')).text).toContain('You set up this installation.');
      expect((await mia.open(WORKSPACE_PATH)).text).toContain('Größe 🥜');
      const stored = await runStatements(url, 'select created_at::text, theme, letter_keys from accounts');
      expect(stored).toEqual([
        { created_at: '2026-11-28 07:00:00.000003+00', theme: 'dark', letter_keys: false },
      ]);
      await web.close();
    });
  });
});
