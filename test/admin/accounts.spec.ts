import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { disableAccount, enableAccount, PeopleStore } from '#libs/accounts';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { openDatabase } from '../support/log.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const HOME = WORKSPACE_PATH.slice(3);

describe('garbanzo account', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    garbanzo(args, { DATABASE_URL: test.url, ...env });
  const account = (...args: string[]) => run(['account', ...args]);
  const rows = (statement: string) => runStatements(test.url, statement);
  const recorded = async () =>
    rows(`select what, details->>'by' as by, name from audit_entries e join accounts a on a.id = e.account_id
          order by e.id`);

  it('create makes an account with a workspace of its own, and prints a link to it', async () => {
    const { code, stdout, stderr } = await account('create', 'Ben@example.org', 'Ben');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [, token = ''] = /\n {2}\/reset\/([\w-]{43})\n/.exec(stdout) ?? [];
    expect(stdout).toMatch(/^Ben@example\.org has an account\.\nWith this link Ben sets a password/);
    const [made] = await rows(
      `select a.name, a.email, password_hash, is_instance_owner, m.role, w.id <> '${HOME}' as "isTheirOwn", w.name as workspace,
              token_hash = sha256('${token}') as "isHash", purpose, used_at,
              expires_at > now() + interval '59 minutes' and expires_at <= now() + interval '1 hour' as "isForAnHour"
       from accounts a join memberships m on m.account_id = a.id join workspaces w on w.id = m.workspace_id
       join account_links l on l.account_id = a.id where a.email = 'Ben@example.org'`,
    );
    expect(made).toEqual({
      name: 'Ben',
      email: 'Ben@example.org',
      password_hash: null,
      is_instance_owner: false,
      role: 'owner',
      isTheirOwn: true,
      workspace: 'Ben’s own',
      isHash: true,
      purpose: 'reset',
      used_at: null,
      isForAnHour: true,
    });
    expect(await recorded()).toEqual([
      { what: 'account-created', by: 'garbanzo', name: 'Ben' },
      { what: 'account-link-created', by: 'garbanzo', name: 'Ben' },
    ]);
  });

  it('link takes the place of the link before, and is a whole address where one is known', async () => {
    const names = 'nas.local,todo.example.org';
    const env = { ALLOWED_HOSTS: names, PUBLIC_URL: 'http://localhost:18080', BASE_PATH: '/todo' };
    const { stdout } = await run(['account', 'link', 'ben@EXAMPLE.org', '--json'], env);
    const { url } = JSON.parse(stdout) as { readonly url: string };
    const [, token = ''] = /^http:\/\/localhost:18080\/todo\/reset\/([\w-]{43})$/.exec(url) ?? [];
    expect(await rows(`select token_hash = sha256('${token}') as is_hash from account_links`)).toEqual([
      { is_hash: true },
    ]);
    expect((await run(['account', 'link', 'ben@example.org'], env)).stdout).toMatch(
      /\n {2}http:\/\/localhost:18080\/todo\/reset\/[\w-]{43}\n$/,
    );
  });

  it('link leaves the second factor alone, or switches it off for who has lost it', async () => {
    await runStatements(
      test.url,
      `insert into second_factors (account_id, key, confirmed_at) values ('${SOMEBODY.accountId}', '\\x01', now());
       insert into recovery_codes (account_id, code_hash) values ('${SOMEBODY.accountId}', sha256('\\x01'))`,
    );
    const left = () => rows(`select from second_factors union all select from recovery_codes`);
    expect(await account('link', SOMEBODY.email)).toMatchObject({ code: 0 });
    expect(await left()).toHaveLength(2);
    expect(await account('link', SOMEBODY.email, '--without-second-factor')).toMatchObject({ code: 0 });
    expect(await left()).toEqual([]);
    const since = (await recorded()).slice(-2).map(({ what, by }) => [what, by]);
    expect(since).toEqual([
      ['second-factor-off', 'garbanzo'],
      ['account-link-created', 'garbanzo'],
    ]);
  });

  it('disable ends all sessions at once, and takes back links; enable lets in again', async () => {
    await account('make-owner', 'ben@example.org');
    const mia = new Person(web, SOMEBODY.token);
    expect((await mia.open(WORKSPACE_PATH)).status).toBe(200);
    expect(await account('disable', SOMEBODY.email)).toEqual({
      code: 0,
      stdout: 'mia@example.org is disabled, and 1 session ended.\n',
      stderr: '',
    });
    expect((await mia.open(WORKSPACE_PATH)).headers.location).toMatch(/^\/sign-in/);
    expect(await rows(`select from sessions`)).toEqual([]);
    expect(await account('link', SOMEBODY.email)).toMatchObject({
      code: 1,
      stderr: 'mia@example.org is disabled: run garbanzo account enable mia@example.org first.\n',
    });
    expect(await account('make-owner', SOMEBODY.email)).toMatchObject({ code: 1 });
    expect(await account('enable', SOMEBODY.email)).toMatchObject({ code: 0 });
    // Sessions that have ended do not come back.
    expect((await mia.open(WORKSPACE_PATH)).status).toBe(303);
    const repeated = await account('enable', SOMEBODY.email);
    expect(repeated).toMatchObject({ code: 0, stdout: 'mia@example.org can sign in.\n' });
    const since = (await recorded()).slice(-3).map(({ what, by }) => [what, by]);
    expect(since).toEqual([
      ['instance-owner-made', 'garbanzo'],
      ['account-disabled', 'garbanzo'],
      ['account-enabled', 'garbanzo'],
    ]);
  });

  it('disable leaves the last owner, also when two are disabled at once', async () => {
    const owners = ['ben@example.org', SOMEBODY.email];
    const database = openDatabase(test.url);
    const store = new PeopleStore(database);
    for (let round = 0; round < 10; round += 1) {
      const outcomes = await Promise.all(owners.map((email) => disableAccount(store, email)));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      for (const email of owners) await enableAccount(store, email);
    }
    await database.close();
    await account('disable', 'ben@example.org');
    expect(await account('disable', SOMEBODY.email)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'mia@example.org is the only owner of this installation: make somebody else one first, with garbanzo account make-owner EMAIL.\n',
    });
  });

  it('list names everybody, for people and for scripts', async () => {
    const { stdout } = await account('list');
    const [head, ben, mia] = stdout.split('\n');
    expect(head).toMatch(/^email +name +workspaces +created +last seen$/);
    expect(ben).toMatch(/^Ben@example\.org +Ben +1 +20\S+ \S+ +- +owns the installation, disabled since 20/);
    expect(mia).toMatch(/^mia@example\.org +Mia +1 +20\S+ \S+ +- +owns the installation$/);
    const scripts = JSON.parse((await account('list', '--json')).stdout) as unknown;
    expect(scripts).toMatchObject([
      { email: 'Ben@example.org', disabledAt: expect.stringMatching(/^20/), workspaces: 1 },
      { email: 'mia@example.org', disabledAt: null, isInstanceOwner: true, lastUsedAt: null },
    ]);
    expect(stdout).not.toContain('argon2');
  });

  it.each([
    ['create without a name', ['create', 'eve@example.org'], 2, /missing required argument 'name'/],
    ['create with no address', ['create', 'eve', 'Eve'], 2, /eve is no e-mail address\. Write it like this/],
    ['create with an empty name', ['create', 'eve@example.org', ' '], 2, /is no name\. Give one line/],
    [
      'create for somebody who is there',
      ['create', 'MIA@example.org', 'Mia'],
      1,
      /has an account already: garbanzo account link MIA@example\.org lets them in/,
    ],
    ['link for nobody', ['link', 'eve@example.org'], 1, /Nobody has an account with the address eve@/],
    ['disable for nobody', ['disable', 'eve@example.org'], 1, /Nobody has an account/],
    ['an unknown option', ['list', '--yaml'], 2, /unknown option/],
    ['nothing', [], 2, /garbanzo account list\|create\|link\|disable\|enable\|make-owner/],
  ])('says what is wrong with %s, and changes nothing', async (_, args, code, words) => {
    const before = await rows('select count(*) from accounts');
    expect(await account(...args)).toEqual({ code, stdout: '', stderr: expect.stringMatching(words) });
    expect(await rows('select count(*) from accounts')).toEqual(before);
  });

  describe('where nobody has set up', () => {
    it('create makes the first account, which owns everything, and there is no set-up any more', async () => {
      const empty = await createTestDatabase();
      await runStatements(empty.url, 'delete from accounts');
      const env = { DATABASE_URL: empty.url };
      expect((await garbanzo(['account', 'list'], env)).stdout).toBe('Nobody has an account yet.\n');
      const { stdout } = await garbanzo(['account', 'create', 'eve@example.org', 'Eve'], env);
      expect(stdout).toContain('It is the first one, and owns this installation and everything in it.');
      const other = await startWeb(empty.url);
      expect((await new Person(other).open('/setup')).status).toBe(404);
      await other.close();
      const owners = await runStatements(
        empty.url,
        'select is_instance_owner, workspace_id, role from accounts join memberships on account_id = id',
      );
      expect(owners).toEqual([{ is_instance_owner: true, workspace_id: HOME, role: 'owner' }]);
      await empty.drop();
    });
  });
});
