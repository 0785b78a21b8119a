import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Person } from '../support/person.js';
import { SOMEBODY } from '../support/somebody.mjs';
import { statusOf, TOKEN_FORM, WebWithTokens } from '../support/tokens.js';
import { until } from '../support/until.js';

let app: WebWithTokens;
beforeAll(async () => {
  app = await WebWithTokens.start();
});
afterAll(() => app.close());

describe('the page of tokens', () => {
  it('shows a token once, of which the database has the hash only', async () => {
    const { text } = await app.mia.postAndFollow('/account/tokens', { ...TOKEN_FORM, name: 'Calendar' });
    const [token = ''] = /gbz_[\w-]{43}/.exec(text) ?? [];
    expect(text).toContain('It is shown this time only');
    const later = await app.mia.open('/account/tokens');
    expect(later.text).toContain('Calendar');
    expect(later.text).not.toContain(token.slice(4));
    const kept = await app.sql(`select t::text as row, token_hash from api_tokens t`);
    expect(JSON.stringify(kept)).not.toContain(token.slice(4));
    expect(kept).toContainEqual(
      expect.objectContaining({ row: expect.stringContaining('Calendar') as unknown }),
    );
  });

  it('says what a token may, where, until when, and when it was used', async () => {
    const token = await app.make({
      name: 'Garden only',
      access: 'write',
      which: 'chosen',
      workspaces: app.garden,
    });
    const { text } = await app.mia.open('/account/tokens');
    expect(text).toMatch(
      /Garden only<\/bdi>[^]*?reads and writes · in <bdi>Garden<\/bdi> · until [^]*?never used/,
    );
    await app.me(token);
    await until(async () =>
      /Garden only<\/bdi>[^]*?last used <time/.test((await app.mia.open('/account/tokens')).text),
    );
  });

  it('refuses no name, no workspace, and one of somebody else, and keeps what was typed', async () => {
    for (const [fields, words] of [
      [{ name: ' ' }, 'Say what program the token is for'],
      [{ which: 'chosen' }, 'Choose at least one workspace'],
      [{ which: 'chosen', workspaces: app.eves }, 'You are not a member of one'],
    ] as const) {
      const { status, text } = await app.mia.post('/account/tokens', {
        ...TOKEN_FORM,
        access: 'write',
        ...fields,
      });
      expect([status, text]).toEqual([422, expect.stringContaining(words)]);
      expect(text).toMatch(/value="write" selected/);
      expect(text).not.toMatch(/gbz_[\w-]{43}/);
    }
  });

  it.each([{ days: '36500' }, { access: 'manage' }, { which: 'chosen', workspaces: 'none' }])(
    'takes nothing that it does not offer: %j',
    async (fields) => {
      expect((await app.mia.post('/account/tokens', { ...TOKEN_FORM, ...fields })).status).toBe(400);
    },
  );

  it('has no tokens of others, and revokes none of them', async () => {
    const token = await app.make({ name: 'Mine' });
    const eve = new Person(app.web, app.evesSession);
    expect((await eve.open('/account/tokens')).text).not.toContain('Mine');
    const [{ id = '' } = {}] = await app.sql(`select id from api_tokens where name = 'Mine'`);
    expect((await eve.post(`/account/tokens/${String(id)}/revoke`)).status).toBe(404);
    expect(await statusOf(app.me(token))).toBe(200);
  });

  it('has at most 50', async () => {
    await app.sql(`insert into api_tokens (id, account_id, name, token_hash, access, expires_at)
       select gen_random_uuid(), '${SOMEBODY.accountId}', 'Many', n::text::bytea, 'read', now() from generate_series(1, 50) n`);
    const { status, text } = await app.mia.post('/account/tokens', TOKEN_FORM);
    expect([status, text]).toEqual([422, expect.stringContaining('Revoke those that you do not need')]);
    await app.sql(`delete from api_tokens where name = 'Many'`);
  });

  it('records who has made and revoked one, without the token', async () => {
    const token = await app.make({ name: 'Recorded' });
    const [{ id = '' } = {}] = await app.sql(`select id from api_tokens where name = 'Recorded'`);
    await app.mia.post(`/account/tokens/${String(id)}/revoke`);
    const entries = await app.sql(
      `select what, actor_id, details::text from audit_entries where details ->> 'tokenId' = '${String(id)}' order by id`,
    );
    expect(entries.map(({ what, actor_id }) => [what, actor_id])).toEqual([
      ['token-created', SOMEBODY.accountId],
      ['token-revoked', SOMEBODY.accountId],
    ]);
    expect(JSON.stringify(entries)).not.toContain(token.slice(4));
  });
});
