import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SIGNED_IN, SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';
import { bearer, statusOf, WebWithTokens } from '../support/tokens.js';
import { until } from '../support/until.js';

const HOME = WORKSPACE_PATH.slice('/w/'.length);

let app: WebWithTokens;
beforeAll(async () => {
  app = await WebWithTokens.start();
});
afterAll(() => app.close());

describe('a program with a token', () => {
  it('is told who it is, where, and for how long', async () => {
    const token = await app.make({ name: 'Mirror' });
    const { status, body, headers } = await app.me(token);
    expect(status).toBe(200);
    expect(body).toEqual({
      account: { id: SOMEBODY.accountId, name: 'Mia' },
      workspaces: [
        { id: HOME, name: 'Home', role: 'owner' },
        { id: app.garden, name: 'Garden', role: 'owner' },
      ],
      token: { name: 'Mirror', access: 'read', expiresAt: expect.stringMatching(/^\d{4}-.*Z$/) as unknown },
    });
    expect(headers['cache-control']).toBe('no-store');
    const days = (Date.parse(String(body.token.expiresAt)) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });

  it('in a browser with a session is told the same, without a token', async () => {
    const { body } = await app.get('/api/v1/me', SIGNED_IN);
    expect(body).toMatchObject({ account: { name: 'Mia' }, token: null });
  });

  it('is told and shown nothing of workspaces for which its token is not meant', async () => {
    const token = await app.make({ which: 'chosen', workspaces: app.garden, access: 'write' });
    expect((await app.me(token)).body.workspaces).toEqual([
      { id: app.garden, name: 'Garden', role: 'owner' },
    ]);
    expect(await statusOf(app.ask(`/w/${app.garden}`, token))).toBe(200);
    expect(await statusOf(app.ask(WORKSPACE_PATH, token))).toBe(404);
    expect(await statusOf(app.ask(`${WORKSPACE_PATH}/trash`, token))).toBe(404);
    expect(await statusOf(app.post(`${WORKSPACE_PATH}/lists`, bearer(token)))).toBe(404);
  });

  it('may do no more than its owner: where they are no member, there is nothing', async () => {
    const token = await app.make({ access: 'write' });
    expect(await statusOf(app.ask(`/w/${app.eves}`, token))).toBe(404);
    await app.sql(`update memberships set role = 'viewer' where workspace_id = '${app.garden}'`);
    expect(await statusOf(app.ask(`/w/${app.garden}`, token))).toBe(200);
    expect(await statusOf(app.post(`/w/${app.garden}/lists`, bearer(token)))).toBe(403);
    await app.sql(`update memberships set role = 'owner' where workspace_id = '${app.garden}'`);
  });

  it('reads only, with a token to read', async () => {
    const token = await app.make();
    expect(await statusOf(app.ask(`${WORKSPACE_PATH}/trash`, token))).toBe(200);
    const { status, text } = await app.post(`${WORKSPACE_PATH}/lists`, bearer(token));
    expect([status, text]).toEqual([403, expect.stringContaining('This token may only read')]);
  });

  it('writes with a token to write, though no browser says where it comes from', async () => {
    const token = await app.make({ access: 'write' });
    const { status } = await app.post(`${WORKSPACE_PATH}/lists`, bearer(token));
    expect(status).toBe(303);
  });

  it.each(['read', 'write'])(
    'never sees or changes the account of its owner, with a token to %s',
    async (access) => {
      const token = await app.make({ access });
      for (const path of ['/account', '/account/tokens', '/account/profile', '/account/delete', '/'])
        expect([path, await statusOf(app.ask(path, token))]).toEqual([path, 403]);
      for (const path of ['/account/tokens', '/account/profile', '/account/delete', '/sign-out'])
        expect([path, await statusOf(app.post(path, bearer(token)))]).toEqual([path, 403]);
    },
  );

  it.each(['read', 'write'])('decides about nobody in a workspace, with a token to %s', async (access) => {
    const token = await app.make({ access });
    const members = () => app.sql('select account_id, workspace_id, role from memberships order by 1, 2');
    const before = await members();
    for (const [word, fields] of [
      ['leave', {}],
      ['invitations', { role: 'owner', days: '7', uses: 'many' }],
      [`members/${SOMEBODY.accountId}/role`, { role: 'viewer' }],
      [`members/${SOMEBODY.accountId}/remove`, {}],
    ] as const) {
      const { status, text } = await app.post(`/w/${app.garden}/${word}`, bearer(token), fields);
      expect([word, status, text]).toEqual([
        word,
        403,
        expect.stringContaining('cannot be done with a token'),
      ]);
    }
    expect(await members()).toEqual(before);
  });

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
    const token = await app.make({ access: 'write' });
    await app.sql(change);
    const answers = [
      app.me(token),
      app.ask(WORKSPACE_PATH, token),
      app.post(`${WORKSPACE_PATH}/lists`, bearer(token)),
    ];
    expect(await Promise.all(answers.map(statusOf))).toEqual([401, 401, 401]);
    await app.sql(back);
    expect(await statusOf(app.me(token))).toBe(200);
  });

  it('is refused everything when its token is revoked', async () => {
    const token = await app.make({ name: 'To go' });
    await app.mia.post(`/account/tokens/${await app.idOf('To go')}/revoke`);
    const { status, headers, body } = await app.me(token);
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(body.message).toContain('This token is not valid (any more)');
  });

  it.each(['', 'x', 'gbz_', 'gbz_x', ' gbz_x y', `gbz_${'a'.repeat(43)}`, `gbz_${'ä'.repeat(10)}`, "'--"])(
    'is nobody with what is no token: %j',
    async (token) => {
      const headers = { authorization: Buffer.from(`Bearer ${token}`).toString('latin1') };
      const { status, body } = await app.get('/api/v1/me', headers);
      expect([status, body.status]).toEqual([401, 401]);
    },
  );

  it('is remembered as using its token at most once a minute', async () => {
    const token = await app.make({ name: 'Busy' });
    const used = async () => {
      const [row] = await app.sql(`select last_used_at::text from api_tokens where name = 'Busy'`);
      return row?.last_used_at;
    };
    await app.me(token);
    await until(async () => (await used()) !== null);
    const first = await used();
    for (let n = 0; n < 5; n += 1) await app.me(token);
    expect(await used()).toBe(first);
    await app.sql(`update api_tokens set last_used_at = now() - interval '61 seconds' where name = 'Busy'`);
    const before = await used();
    await app.me(token);
    await until(async () => (await used()) !== before);
  });
});
