import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { addPerson, WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';

const HOME = WORKSPACE_PATH.slice('/w/'.length);
const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };
const { password } = MIA;
const ben = {
  accountId: randomUUID(),
  name: 'Ben Pea',
  email: 'ben@example.org',
  token: 'a token of somebody else who is signed in',
};

describe('who deletes their account', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let mia: Person;
  let bens: Person;
  beforeEach(async () => {
    test = await createTestDatabase();
    await runStatements(test.url, 'delete from accounts');
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    mia = new Person(web);
    await mia.post('/setup', MIA);
    await add({ ...ben, role: 'member' });
    bens = new Person(web, ben.token);
  });
  afterEach(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  async function add(person: Parameters<typeof addPerson>[1]): Promise<void> {
    const owner = openDatabase(test.url);
    await addPerson(owner, person);
    await owner.close();
  }
  const sql = (statement: string) => runStatements(test.url, statement);
  const emails = async () => (await sql('select email from accounts order by 1')).map(({ email }) => email);
  const makeInstanceOwner = () => sql(`update accounts set is_instance_owner = true`);
  const givePassword = () =>
    sql(
      `update accounts set password_hash = (select password_hash from accounts where name = 'Mia') where name = 'Ben Pea'`,
    );

  it('is told before what goes and what stays, and confirms it by password', async () => {
    await givePassword();
    const { text } = await bens.open('/account/delete');
    for (const words of [
      'This cannot be taken back',
      'What goes',
      'What stays',
      'Somebody who has left',
      'Your password',
    ])
      expect(text).toContain(words);
    for (const wrong of [{}, { password: '' }, { password: 'another pea' }]) {
      const refused = await bens.post('/account/delete', wrong);
      expect([refused.status, refused.text]).toEqual([
        422,
        expect.stringContaining('That is not the password'),
      ]);
      expect(refused.text).not.toContain('another pea');
    }
    expect(await emails()).toContain(ben.email);
    const { status, headers } = await bens.post('/account/delete', { password });
    expect([status, headers.location, bens.isRemembered]).toEqual([303, '/account/deleted', false]);
    expect((await bens.open('/account/deleted')).text).toContain('Your account is deleted');
    expect(await emails()).toEqual([MIA.email]);
  });

  it('is signed out everywhere, and their tokens are worth nothing', async () => {
    const made = await bens.postAndFollow('/account/tokens', {
      name: 'Backup',
      access: 'write',
      which: 'all',
      days: '7',
    });
    const [token = ''] = /gbz_[\w-]{43}/.exec(made.text) ?? [];
    const nobody = new Person(web);
    const withToken = { authorization: `Bearer ${token}` };
    expect((await nobody.open('/api/v1/me', withToken)).status).toBe(200);
    const elsewhere = bens.inAnotherBrowser();
    await bens.post('/account/delete');
    expect((await nobody.open('/api/v1/me', withToken)).status).toBe(401);
    expect((await elsewhere.open(WORKSPACE_PATH)).status).toBe(303);
    expect((await elsewhere.post('/account/delete')).status).toBe(401);
    for (const table of ['sessions', 'api_tokens', 'memberships'])
      expect([table, await sql(`select from ${table} where account_id = '${ben.accountId}'`)]).toEqual([
        table,
        [],
      ]);
  });

  it('becomes somebody who has left, in histories that stay readable', async () => {
    const created = await bens.post(`${WORKSPACE_PATH}/lists`, { commandId: randomUUID(), name: 'Seeds' });
    const [, list = ''] = /\/lists\/([0-9a-f-]{36})/.exec(String(created.headers.location)) ?? [];
    const history = async () => (await mia.open(`${WORKSPACE_PATH}/lists/${list}/history`)).text;
    await until(async () => (await history()).includes('Ben Pea'));
    await bens.post('/account/delete');
    expect(await history()).toContain('Somebody who has left');
    expect(await history()).not.toContain('Ben');
    expect((await mia.open(`${WORKSPACE_PATH}/lists/${list}`)).text).toContain('Seeds');
  });

  it('is recorded as having done it, by an id that leads to nobody', async () => {
    await bens.post('/account/delete');
    const [entry] = await sql(`select * from audit_entries where what = 'account-deleted'`);
    expect(entry).toMatchObject({
      actor_id: ben.accountId,
      account_id: ben.accountId,
      workspace_id: WORKSPACE_PATH.slice('/w/'.length),
      address: '127.0.0.1',
      details: {},
    });
  });

  it('has to have signed in just now when there is no password', async () => {
    await sql(`update sessions set created_at = now() - interval '11 minutes'`);
    expect((await bens.open('/account/delete')).text).toContain('sign out, sign in again');
    for (const form of [{}, { password: '' }, { password }]) {
      expect((await bens.post('/account/delete', form)).headers.location).toBe('/account/delete');
      expect(await emails()).toContain(ben.email);
    }
    await sql(`update sessions set created_at = now() - interval '9 minutes'`);
    expect((await bens.post('/account/delete')).headers.location).toBe('/account/deleted');
    expect(await emails()).toEqual([MIA.email]);
  });

  it('cannot leave a workspace without an owner, and is told what to do', async () => {
    await makeInstanceOwner();
    const { text } = await mia.open('/account/delete');
    expect(text).toContain('First, decide about these workspaces');
    expect(text).toMatch(/<bdi>Home<\/bdi><\/strong>: 1 other can see it/);
    expect(text).toContain(`href="${WORKSPACE_PATH}/members"`);
    expect(text).toContain(`href="${WORKSPACE_PATH}/erase"`);
    expect(text).not.toContain('for good</button>');
    expect((await mia.post('/account/delete', { password })).headers.location).toBe('/account/delete');
    expect(await emails()).toContain(MIA.email);
    // Nor leave it to somebody whose account is disabled.
    await sql(`update memberships set role = 'owner'`);
    await sql(`update accounts set disabled_at = now() where name = 'Ben Pea'`);
    expect((await mia.post('/account/delete', { password })).headers.location).toBe('/account/delete');
    await sql(`update accounts set disabled_at = null`);
    expect((await mia.post('/account/delete', { password })).headers.location).toBe('/account/deleted');
    expect(await emails()).toEqual([ben.email]);
  });

  it('has to erase or hand over a workspace in which nobody else is', async () => {
    const own = randomUUID();
    await sql(`insert into workspaces (id, shard, name) values ('${own}', 1, 'Mine only')`);
    await sql(
      `insert into memberships (account_id, workspace_id, role) values ('${ben.accountId}', '${own}', 'owner')`,
    );
    expect((await bens.open('/account/delete')).text).toMatch(
      /Mine only<\/bdi><\/strong>: only you are in it/,
    );
    expect((await bens.post('/account/delete')).headers.location).toBe('/account/delete');
    await sql(`delete from workspaces where id = '${own}'`);
    expect((await bens.post('/account/delete')).headers.location).toBe('/account/deleted');
  });

  it('cannot be the last one who looks after the installation, and is told what to do', async () => {
    await sql(`update memberships set role = 'owner'`);
    expect((await mia.open('/account/delete')).text).toContain('garbanzo account make-owner');
    expect((await mia.post('/account/delete', { password })).headers.location).toBe('/account/delete');
    await bens.post('/account/delete');
    // Also not when they are alone: the set-up would be open again, to whoever comes first.
    await sql(`delete from memberships`);
    expect((await mia.post('/account/delete', { password })).headers.location).toBe('/account/delete');
    expect(await emails()).toEqual([MIA.email]);
  });

  it('leaves one owner when all of them do it at the same time', async () => {
    const people = [mia, bens];
    for (const name of ['Eve', 'Eve’s sister', 'Ben’s brother']) {
      const token = `a token of another owner, ${randomUUID()}`;
      await add({ accountId: randomUUID(), name, email: `${randomUUID()}@example.org`, token });
      people.push(new Person(web, token));
    }
    // Without passwords, of which only some are reckoned at once.
    await sql(`update accounts set is_instance_owner = true, password_hash = null`);
    await sql(`update memberships set role = 'owner'`);
    const answers = await Promise.all(people.map((person) => person.post('/account/delete')));
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 303));
    expect(await emails()).toHaveLength(1);
    expect(await sql(`select role from memberships where workspace_id = '${HOME}'`)).toEqual([
      { role: 'owner' },
    ]);
  });
});
