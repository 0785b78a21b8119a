import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { addPerson, SIGNED_IN, SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

const HOME = WORKSPACE_PATH.slice('/w/'.length);
const FORM = { name: 'Backup', access: 'read', which: 'all', days: '30' };
const [garden, eves, evesSession] = [randomUUID(), randomUUID(), 'a token of somebody else who is signed in'];

let test: TestDatabase;
let web: NestFastifyApplication;
let worker: NestFastifyApplication;
let mia: Person;
let list: string;
beforeAll(async () => {
  test = await createTestDatabase();
  [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
  const owner = openDatabase(test.url);
  for (const [id, name] of [
    [garden, 'Garden'],
    [eves, 'Eve’s'],
  ])
    await owner.query('insert into workspaces (id, shard, name) values ($1, 1, $2)', [id, name]);
  await owner.query(`insert into memberships (account_id, workspace_id, role) values ($1, $2, 'owner')`, [
    SOMEBODY.accountId,
    garden,
  ]);
  const eve = { accountId: randomUUID(), name: 'Eve', email: 'eve@example.org', token: evesSession };
  await addPerson(owner, { ...eve, workspaceId: eves });
  await owner.close();
  mia = new Person(web, SOMEBODY.token);
  list = await new Visitor(web).createList('Home');
});
afterAll(async () => {
  await Promise.all([web.close(), worker.close()]);
  await test.drop();
});

/** A new token, as its owner copies it from the page. */
async function make(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, text } = await mia.post('/account/tokens', { ...FORM, ...fields });
  if (status !== 200) throw new Error(`POST /account/tokens answered ${status}: ${text}`);
  return /value="(gbz_[\w-]{43})"/.exec(text)?.[1] ?? '';
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const ask = (path: string, token: string, headers = {}) =>
  request(web.getHttpServer())
    .get(path)
    .set({ ...bearer(token), ...headers });
const post = (path: string, token: string, headers = {}) =>
  request(web.getHttpServer())
    .post(path)
    .type('form')
    .set({ ...bearer(token), ...headers })
    .send({ commandId: uuidv7(), name: 'Made by a program', title: 'Made by a program' });
const statusOf = async (answer: PromiseLike<{ readonly status: number }>) => (await answer).status;
const me = (token: string, headers = {}) => ask('/api/v1/me', token, headers);

describe('the page of tokens', () => {
  it('shows a token once, of which the database has the hash only', async () => {
    const { text } = await mia.post('/account/tokens', { ...FORM, name: 'Calendar' });
    const [token = ''] = /gbz_[\w-]{43}/.exec(text) ?? [];
    expect(text).toContain('It is shown this time only');
    const later = await mia.open('/account/tokens');
    expect(later.text).toContain('Calendar');
    expect(later.text).not.toContain(token.slice(4));
    const kept = await runStatements(test.url, `select t::text as row, token_hash from api_tokens t`);
    expect(JSON.stringify(kept)).not.toContain(token.slice(4));
    expect(kept).toContainEqual(
      expect.objectContaining({ row: expect.stringContaining('Calendar') as unknown }),
    );
  });

  it('says what a token may, where, until when, and when it was used', async () => {
    const token = await make({ name: 'Garden only', access: 'write', which: 'chosen', workspaces: garden });
    const row = async () =>
      /<li id="token-[^]*?<\/li>/.exec(
        (await mia.open('/account/tokens')).text.split('Garden only')[0] ?? '',
      );
    expect(await row()).toBeNull();
    const { text } = await mia.open('/account/tokens');
    expect(text).toMatch(
      /Garden only<\/bdi>[^]*?reads and writes · in <bdi>Garden<\/bdi> · until [^]*?never used/,
    );
    await me(token);
    await until(async () =>
      /Garden only<\/bdi>[^]*?last used <time/.test((await mia.open('/account/tokens')).text),
    );
  });

  it.each([
    ['no name', { name: ' ' }, 'Say what program the token is for'],
    ['no workspace', { which: 'chosen' }, 'Choose at least one workspace'],
    ['a workspace of somebody else', { which: 'chosen', workspaces: eves }, 'You are not a member of one'],
  ])('refuses %s, and keeps what was typed', async (_, fields, words) => {
    const { status, text } = await mia.post('/account/tokens', { ...FORM, ...fields });
    expect(status).toBe(422);
    expect(text).toContain(words);
    expect(text).not.toMatch(/gbz_[\w-]{43}/);
  });

  it.each([{ days: '36500' }, { access: 'manage' }, { which: 'chosen', workspaces: 'none' }])(
    'takes nothing that it does not offer: %j',
    async (fields) => {
      expect((await mia.post('/account/tokens', { ...FORM, ...fields })).status).toBe(400);
    },
  );

  it('has no tokens of others, and revokes none of them', async () => {
    const token = await make({ name: 'Mine' });
    const eve = new Person(web, evesSession);
    expect((await eve.open('/account/tokens')).text).not.toContain('Mine');
    const [{ id = '' } = {}] = await runStatements(test.url, `select id from api_tokens where name = 'Mine'`);
    expect((await eve.post(`/account/tokens/${String(id)}/revoke`)).status).toBe(303);
    expect(await statusOf(me(token))).toBe(200);
  });

  it('has at most 50', async () => {
    await runStatements(
      test.url,
      `insert into api_tokens (id, account_id, name, token_hash, access, expires_at)
       select gen_random_uuid(), '${SOMEBODY.accountId}', 'Many', n::text::bytea, 'read', now() from generate_series(1, 50) n`,
    );
    const { status, text } = await mia.post('/account/tokens', FORM);
    expect([status, text]).toEqual([422, expect.stringContaining('Revoke those that you do not need')]);
    await runStatements(test.url, `delete from api_tokens where name = 'Many'`);
  });

  it('records who has made and revoked one, without the token', async () => {
    const token = await make({ name: 'Recorded' });
    const [{ id = '' } = {}] = await runStatements(
      test.url,
      `select id from api_tokens where name = 'Recorded'`,
    );
    await mia.post(`/account/tokens/${String(id)}/revoke`);
    const entries = await runStatements(
      test.url,
      `select what, actor_id, details::text from audit_entries where details ->> 'tokenId' = '${String(id)}' order by id`,
    );
    expect(entries.map(({ what, actor_id }) => [what, actor_id])).toEqual([
      ['token-created', SOMEBODY.accountId],
      ['token-revoked', SOMEBODY.accountId],
    ]);
    expect(JSON.stringify(entries)).not.toContain(token.slice(4));
  });
});

describe('a program with a token', () => {
  it('is told who it is, where, and for how long', async () => {
    const token = await make({ name: 'Mirror' });
    const { status, body, headers } = await me(token);
    expect(status).toBe(200);
    expect(body).toEqual({
      account: { id: SOMEBODY.accountId, name: 'Mia' },
      workspaces: [
        { id: HOME, name: 'Home', role: 'owner' },
        { id: garden, name: 'Garden', role: 'owner' },
      ],
      token: { name: 'Mirror', access: 'read', expiresAt: expect.stringMatching(/^\d{4}-.*Z$/) as unknown },
    });
    expect(headers['cache-control']).toBe('no-store');
    const days = (Date.parse(String(body.token.expiresAt)) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });

  it('in a browser with a session is told the same, without a token', async () => {
    const { body } = await request(web.getHttpServer()).get('/api/v1/me').set(SIGNED_IN);
    expect(body).toMatchObject({ account: { name: 'Mia' }, token: null });
  });

  it('is told and shown nothing of workspaces for which its token is not meant', async () => {
    const token = await make({ which: 'chosen', workspaces: garden, access: 'write' });
    expect((await me(token)).body.workspaces).toEqual([{ id: garden, name: 'Garden', role: 'owner' }]);
    expect(await statusOf(ask(`/w/${garden}`, token))).toBe(200);
    expect(await statusOf(ask(WORKSPACE_PATH, token))).toBe(404);
    expect(await statusOf(ask(`${WORKSPACE_PATH}/lists/${list}`, token))).toBe(404);
    expect(await statusOf(post(`${WORKSPACE_PATH}/lists`, token))).toBe(404);
  });

  it('may do no more than its owner: where they are no member, there is nothing', async () => {
    const token = await make({ access: 'write' });
    expect(await statusOf(ask(`/w/${eves}`, token))).toBe(404);
    await runStatements(test.url, `update memberships set role = 'viewer' where workspace_id = '${garden}'`);
    expect(await statusOf(ask(`/w/${garden}`, token))).toBe(200);
    expect(await statusOf(post(`/w/${garden}/lists`, token))).toBe(403);
    await runStatements(test.url, `update memberships set role = 'owner' where workspace_id = '${garden}'`);
  });

  it('reads only, with a token to read', async () => {
    const token = await make();
    expect(await statusOf(ask(`${WORKSPACE_PATH}/lists/${list}`, token))).toBe(200);
    const { status, text } = await post(`${WORKSPACE_PATH}/lists`, token);
    expect([status, text]).toEqual([403, expect.stringContaining('This token may only read')]);
  });

  it('writes with a token to write, though no browser says where it comes from', async () => {
    const token = await make({ access: 'write' });
    expect(await statusOf(post(`${WORKSPACE_PATH}/lists`, token))).toBe(400); // a field too many: it was let through
    const { status } = await request(web.getHttpServer())
      .post(`${WORKSPACE_PATH}/lists`)
      .type('form')
      .set(bearer(token))
      .send({ commandId: uuidv7(), name: 'Made by a program' });
    expect(status).toBe(303);
  });

  it.each(['read', 'write'])(
    'never sees or changes the account of its owner, with a token to %s',
    async (access) => {
      const token = await make({ access });
      for (const path of ['/account', '/account/tokens', '/account/profile', '/account/delete', '/'])
        expect([path, await statusOf(ask(path, token))]).toEqual([path, 403]);
      for (const path of ['/account/tokens', '/account/profile', '/account/delete', '/sign-out'])
        expect([path, await statusOf(post(path, token))]).toEqual([path, 403]);
    },
  );

  it.each([
    [
      'has expired',
      `update api_tokens set expires_at = now() - interval '1 second'`,
      `update api_tokens set expires_at = now() + interval '1 day'`,
    ],
    [
      'belongs to an account that is disabled',
      'update accounts set disabled_at = now()',
      'update accounts set disabled_at = null',
    ],
  ])('is refused everything when its token %s', async (_, change, back) => {
    const token = await make({ access: 'write' });
    await runStatements(test.url, change);
    const answers = [me(token), ask(WORKSPACE_PATH, token), post(`${WORKSPACE_PATH}/lists`, token)];
    expect(await Promise.all(answers.map(statusOf))).toEqual([401, 401, 401]);
    await runStatements(test.url, back);
    expect(await statusOf(me(token))).toBe(200);
  });

  it('is refused everything when its token is revoked', async () => {
    const token = await make({ name: 'To go' });
    const [{ id = '' } = {}] = await runStatements(
      test.url,
      `select id from api_tokens where name = 'To go'`,
    );
    await mia.post(`/account/tokens/${String(id)}/revoke`);
    const { status, headers, body } = await me(token);
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(body.message).toContain('This token is not valid (any more)');
  });

  it.each(['', 'x', 'gbz_', 'gbz_x', ' gbz_x y', `gbz_${'a'.repeat(43)}`, `gbz_${'ä'.repeat(10)}`, "'--"])(
    'is nobody with what is no token: %j',
    async (token) => {
      const headers = { authorization: Buffer.from(`Bearer ${token}`).toString('latin1') };
      const { status, body } = await request(web.getHttpServer()).get('/api/v1/me').set(headers);
      expect([status, body.status]).toEqual([401, 401]);
    },
  );

  it('is remembered as using its token at most once a minute', async () => {
    const token = await make({ name: 'Busy' });
    const used = async () => {
      const [row] = await runStatements(
        test.url,
        `select last_used_at::text from api_tokens where name = 'Busy'`,
      );
      return row?.last_used_at;
    };
    await me(token);
    await until(async () => (await used()) !== null);
    const first = await used();
    for (let n = 0; n < 5; n += 1) await me(token);
    expect(await used()).toBe(first);
    await runStatements(
      test.url,
      `update api_tokens set last_used_at = now() - interval '61 seconds' where name = 'Busy'`,
    );
    const before = await used();
    await me(token);
    await until(async () => (await used()) !== before);
  });
});

describe('a request with a token and a cookie', () => {
  it('is judged by the token alone', async () => {
    const reads = await make();
    expect(await statusOf(ask('/account', reads, SIGNED_IN))).toBe(403);
    const write = `${WORKSPACE_PATH}/lists`;
    const own = { 'sec-fetch-site': 'same-origin' };
    expect(await statusOf(post(write, reads, { ...SIGNED_IN, ...own }))).toBe(403);
    const unknown = `gbz_${'a'.repeat(43)}`;
    expect(await statusOf(me(unknown, SIGNED_IN))).toBe(401);
    expect(await statusOf(ask(WORKSPACE_PATH, unknown, SIGNED_IN))).toBe(401);
    expect(await statusOf(post(write, unknown, { ...SIGNED_IN, ...own }))).toBe(401);
    const eves = { cookie: `garbanzo=${evesSession}` };
    expect((await me(reads, eves)).body.account.name).toBe('Mia');
  });

  it.each([
    ['no token at all', 'Bearer something'],
    ['a password for a proxy', `Basic ${Buffer.from('mia:gbz_').toString('base64')}`],
    ['a token in another scheme', `Token gbz_${'a'.repeat(43)}`],
  ])('is asked where it comes from as ever when the header has %s', async (_, authorization) => {
    const headers = { ...SIGNED_IN, authorization };
    const server = web.getHttpServer();
    const path = `${WORKSPACE_PATH}/lists/${list}/remove`;
    const { status, text } = await request(server)
      .post(path)
      .type('form')
      .set(headers)
      .send({ commandId: uuidv7() });
    expect([status, text]).toEqual([403, expect.stringContaining('did not come from a page of this app')]);
    expect((await request(server).get('/account').set(headers)).status).toBe(200);
  });

  it('is asked where it comes from on routes for everybody, which do not look at tokens', async () => {
    const { status } = await post('/sign-in', await make(), { 'sec-fetch-site': 'cross-site' });
    expect(status).toBe(403);
  });
});

describe('a token in an address', () => {
  it.each(['token', 'access_token', 'anything'])(
    'is refused as ?%s=, in words, wherever it is sent',
    async (name) => {
      const token = await make();
      for (const path of ['/api/v1/me', WORKSPACE_PATH, '/sign-in', '/health']) {
        const answer = await request(web.getHttpServer()).get(`${path}?${name}=${token}`).set(SIGNED_IN);
        expect([path, answer.status]).toEqual([path, 400]);
        expect(answer.text).toContain('A token does not belong into an address');
        expect(answer.text).not.toContain(token);
      }
      expect(await statusOf(me(token))).toBe(200);
    },
  );

  it('is refused beside others of the same name, or when it is cut off', async () => {
    for (const query of ['token=x&token=gbz_short', 'TOKEN=gbz_short', 'access_token=gbz_'])
      expect(await statusOf(mia.open(`${WORKSPACE_PATH}?${query}`))).toBe(400);
    expect(await statusOf(mia.open(`${WORKSPACE_PATH}?q=gbz_short`))).toBe(200);
  });
});

describe('what is for programs', () => {
  it.each([
    ['nobody asks', '/api/v1/me', 401],
    ['there is nothing', '/api/v1/nothing', 404],
    ['there is nothing at all', '/api', 404],
    ['the address cannot be read', '/api/v1/%zz', 400],
  ])('answers in JSON whatever is accepted when %s', async (_, path, expected) => {
    for (const accept of ['text/html', '*/*', 'application/json']) {
      const { status, headers, body } = await request(web.getHttpServer()).get(path).set({ accept });
      expect([status, headers['content-type']]).toEqual([expected, 'application/json; charset=utf-8']);
      expect(Object.keys(body).toSorted()).toEqual(['heading', 'message', 'requestId', 'status']);
    }
  });

  it('says to nobody what to send', async () => {
    const { headers, body } = await request(web.getHttpServer()).get('/api/v1/me');
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(body.message).toContain('Authorization: Bearer gbz_…');
  });
});
