import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';
import { bearer, statusOf, WebWithTokens } from '../support/tokens.js';

let app: WebWithTokens;
beforeAll(async () => {
  app = await WebWithTokens.start();
});
afterAll(() => app.close());

describe('a request with a token and a cookie', () => {
  it('is judged by the token alone', async () => {
    const reads = await app.make();
    expect(await statusOf(app.ask('/account', reads, SIGNED_IN))).toBe(403);
    const write = `${WORKSPACE_PATH}/lists`;
    const own = { 'sec-fetch-site': 'same-origin' };
    expect(await statusOf(app.post(write, { ...bearer(reads), ...SIGNED_IN, ...own }))).toBe(403);
    const unknown = `gbz_${'a'.repeat(43)}`;
    expect(await statusOf(app.me(unknown, SIGNED_IN))).toBe(401);
    expect(await statusOf(app.ask(WORKSPACE_PATH, unknown, SIGNED_IN))).toBe(401);
    expect(await statusOf(app.post(write, { ...bearer(unknown), ...SIGNED_IN, ...own }))).toBe(401);
    const eves = { cookie: `garbanzo=${app.evesSession}` };
    expect((await app.me(reads, eves)).body.account.name).toBe('Mia');
  });

  it.each([
    ['no token at all', 'Bearer something'],
    ['a password for a proxy', `Basic ${Buffer.from('mia:gbz_').toString('base64')}`],
    ['a token in another scheme', `Token gbz_${'a'.repeat(43)}`],
  ])('is asked where it comes from as ever when the header has %s', async (_, authorization) => {
    const headers = { ...SIGNED_IN, authorization };
    const { status, text } = await app.post(`${WORKSPACE_PATH}/lists`, headers);
    expect([status, text]).toEqual([403, expect.stringContaining('did not come from a page of this app')]);
    expect((await app.get('/account', headers)).status).toBe(200);
  });

  it('is asked where it comes from on routes for everybody, which do not look at tokens', async () => {
    const { status } = await app.post('/sign-in', {
      ...bearer(await app.make()),
      'sec-fetch-site': 'cross-site',
    });
    expect(status).toBe(403);
  });
});

describe('a token in an address', () => {
  it.each(['token', 'access_token', 'anything'])(
    'is refused as ?%s=, in words, wherever it is sent',
    async (name) => {
      const token = await app.make();
      for (const path of ['/api/v1/me', WORKSPACE_PATH, '/sign-in', '/health']) {
        const answer = await app.get(`${path}?${name}=${token}`, SIGNED_IN);
        expect([path, answer.status]).toEqual([path, 400]);
        expect(answer.text).toContain('A token does not belong into an address');
        expect(answer.text).not.toContain(token);
      }
      expect(await statusOf(app.me(token))).toBe(200);
    },
  );

  it('is refused beside others of the same name, or when it is cut off', async () => {
    for (const query of ['token=x&token=gbz_short', 'TOKEN=gbz_short', 'access_token=gbz_'])
      expect(await statusOf(app.mia.open(`${WORKSPACE_PATH}?${query}`))).toBe(400);
    expect(await statusOf(app.mia.open(`${WORKSPACE_PATH}?q=gbz_short`))).toBe(200);
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
      const { status, headers, body } = await app.get(path, { accept });
      expect([status, headers['content-type']]).toEqual([expected, 'application/json; charset=utf-8']);
      expect(Object.keys(body).toSorted()).toEqual(['heading', 'message', 'requestId', 'status']);
    }
  });

  it('says to nobody what to send', async () => {
    const { headers, body } = await app.get('/api/v1/me');
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(body.message).toContain('Authorization: Bearer gbz_…');
  });
});
