import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { runStatements } from '../support/run-statements.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const HOME = WORKSPACE_PATH.slice(3);

describe('garbanzo audit', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    await run(['account', 'create', 'ben@example.org', 'Ben']);
    for (const what of ['disable', 'enable', 'disable']) await run(['account', what, 'ben@example.org']);
  });
  afterAll(() => test.drop());

  const run = (args: readonly string[]) => garbanzo(args, { DATABASE_URL: test.url });
  const rows = (statement: string) => runStatements(test.url, statement);
  const audit = (...args: string[]) => run(['audit', ...args]);
  const kinds = async (...args: string[]) =>
    (JSON.parse((await audit('--json', ...args)).stdout) as { what: string }[]).map(({ what }) => what);

  it('tells the newest first, a page at a time', async () => {
    const all = await kinds();
    expect(all.at(-1)).toBe('account-created');
    const { stdout } = await audit('--limit', '2');
    const [, before = ''] = /Older ones: --before (\S+)\n$/.exec(stdout) ?? [];
    expect(stdout.split('\n')[1]).toMatch(/^20\S+ \S+ +account-disabled +garbanzo +Ben +Ben’s own +-/);
    expect([...(await kinds('--limit', '2')), ...(await kinds('--before', before))]).toEqual(all);
  });

  it('tells what is about somebody, about a workspace, or newer than a moment', async () => {
    expect(await kinds('--account', 'ben@example.org')).toEqual(await kinds());
    expect(await kinds('--account', SOMEBODY.email)).toEqual([]);
    const [{ id } = {}] = await rows(`select id from workspaces where id <> '${HOME}'`);
    const disabledTwice = ['account-disabled', 'account-enabled', 'account-disabled'];
    expect(await kinds('--workspace', String(id))).toEqual([...disabledTwice, 'account-created']);
    expect(await kinds('--workspace', randomUUID())).toEqual([]);
    await rows(`update audit_entries set at = '2026-03-01T10:00:00Z' where what <> 'account-created'`);
    expect(await kinds('--since', '2026-03-01T10:00:01+00:00')).toEqual(['account-created']);
    expect((await kinds('--since', '2026-03-01')).length).toBe(5);
  });

  it.each([
    ['--since', 'yesterday', 2],
    ['--since', '2026-13-01', 2],
    ['--limit', '0', 2],
    ['--before', 'x', 2],
    ['--workspace', 'home', 2],
    ['--account', 'eve@example.org', 1],
  ])('says what is wrong with %s %s', async (flag, value, code) => {
    const answer = await audit(flag, value);
    expect(answer).toEqual({ code, stdout: '', stderr: expect.stringContaining(value) });
  });
});
