import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptTables } from '#libs/accounts';
import type { Database } from '#libs/platform';
import { createTestDatabase, withEmptyDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { openDatabase } from '../support/log.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'Europe/Berlin' };
const { email, password } = MIA;

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
    await garbanzo(['backup', file], { DATABASE_URL: test.url });
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
      const recorded = `select what, details->>'by' as by from audit_entries where what like 'backup-%' order by id`;
      expect(await owner.query(recorded)).toEqual([{ what: 'backup-made', by: 'garbanzo' }]);
      expect(await restored.query(recorded)).toEqual([{ what: 'backup-restored', by: 'garbanzo' }]);
      for (const each of [owner, restored])
        await each.query(`delete from audit_entries where what like 'backup-%'`);
      expect(await rowsOf(restored)).toEqual(await rowsOf(owner));
      expect((await rowsOf(restored)).accounts).toHaveLength(2);
      for (const table of ['sessions', 'account_links'])
        expect(await restored.query(`select from ${table}`)).toEqual([]);
      await restored.close();
    });
    const text = linesOf(readFileSync(file)).join('\n');
    expect(text).not.toMatch(/^\{"(?:sessions|account_links)"/m);
    expect(await owner.query('select from sessions')).toHaveLength(1);
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
});
