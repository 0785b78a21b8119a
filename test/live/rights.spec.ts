import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LivePages } from '../../apps/web/src/live/index.js';
import type { LivePage } from '../support/live-page.js';
import { LiveScene } from '../support/live-scene.js';
import type { Known } from '../support/shared-workspace.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

/** Two minutes from now, as far as the process knows. */
const later = () => Date.now() + 120_000;

describe('an open page of somebody who may not read any more', () => {
  let scene: LiveScene;
  let ben: Known;
  let page: LivePage;
  beforeAll(async () => {
    scene = await LiveScene.open();
  });
  beforeEach(async () => {
    await scene.workspace.reset();
    ben = await scene.workspace.add('Ben', 'member');
    page = await scene.look(ben.browser);
    await page.hears('here');
  });
  afterEach(() => scene.closePages());
  afterAll(() => scene.close());

  const run = (statement: string) => scene.workspace.run(statement);
  /** Once it has ended: what it was told last, and what its browser is answered when it comes back. */
  async function end(): Promise<readonly [string | undefined, number]> {
    await page.isEnded();
    return [page.heard.at(-1)?.event, (await ben.browser.open(`${WORKSPACE_PATH}/live`)).status];
  }

  it('ends when they are removed from the workspace, and those of others go on', async () => {
    const { mia } = scene.workspace;
    const own = await scene.look(mia.browser);
    await own.hears('here');
    const removed = Date.now();
    await mia.browser.post(`${WORKSPACE_PATH}/members/${ben.accountId}/remove`);
    expect(await end()).toEqual(['gone', 404]);
    // A second is promised; this only tells it from a look that is made once a minute.
    expect(Date.now() - removed).toBeLessThan(20_000);
    await scene.append();
    await own.hears('changed');
    expect(own.isOver).toBe(false);
    expect(page.of('changed')).toEqual([]);
  });

  it('ends when they sign out', async () => {
    await ben.browser.inAnotherBrowser().post('/sign-out');
    expect(await end()).toEqual(['gone', 303]);
  });

  it('ends when they are signed out from another browser', async () => {
    await run(`delete from sessions where account_id = '${ben.accountId}'`);
    expect(await end()).toEqual(['gone', 303]);
  });

  it('ends when the account is disabled', async () => {
    await run(`update accounts set disabled_at = now() where id = '${ben.accountId}'`);
    expect(await end()).toEqual(['gone', 303]);
  });

  it('ends when the account is deleted', async () => {
    await run(`delete from accounts where id = '${ben.accountId}'`);
    expect(await end()).toEqual(['gone', 303]);
  });

  it('ends when they become somebody who may only look: not at all', async () => {
    await run(`update memberships set role = 'viewer' where account_id = '${ben.accountId}'`);
    await scene.append();
    await page.hears('changed');
    expect(page.isOver).toBe(false);
  });

  it('ends when the workspace is erased', async () => {
    const path = '/w/00000000-0000-7000-8000-0000000000ee';
    const workspaceId = path.slice('/w/'.length);
    await run(`insert into workspaces (id, shard) values ('${workspaceId}', 3)`);
    await run(
      `insert into memberships (account_id, workspace_id, role) values ('${ben.accountId}', '${workspaceId}', 'owner')`,
    );
    const other = await scene.look(ben.browser, '', { path });
    await other.hears('here');
    await run(`delete from workspaces where id = '${workspaceId}'`);
    await other.hears('gone');
    await other.isEnded();
    expect(page.isOver).toBe(false);
  });

  it('ends when a session is over by itself, within a minute', async () => {
    await run(
      `update sessions set last_used_at = now() - interval '31 days' where account_id = '${ben.accountId}'`,
    );
    scene.web.get(LivePages).tick(later());
    expect(await end()).toEqual(['gone', 303]);
  });

  it('is no use of a session, so that a page that is left open does not keep it for ever', async () => {
    await run(
      `update sessions set last_used_at = now() - interval '2 days' where account_id = '${ben.accountId}'`,
    );
    const lastUsed = () =>
      run(`select last_used_at::text from sessions where account_id = '${ben.accountId}'`);
    const before = await lastUsed();
    await run(`update accounts set name = 'Benno' where id = '${ben.accountId}'`);
    scene.web.get(LivePages).tick(later());
    await scene.append();
    await page.hears('changed');
    expect(await lastUsed()).toEqual(before);
  });

  it.each([
    ['revoked', `delete from api_tokens where name = 'Program'`],
    ['meant for another workspace', `update api_tokens set workspace_ids = '{}' where name = 'Program'`],
    ['made to expire', `update api_tokens set expires_at = now() where name = 'Program'`],
  ])('ends when it was opened with a token that is %s', async (_, statement) => {
    const token = `gbz_${'x'.repeat(43)}`;
    await run(
      `insert into api_tokens (id, account_id, name, token_hash, access, expires_at)
       values (gen_random_uuid(), '${ben.accountId}', 'Program', sha256('${token}'), 'read', now() + interval '1 day')`,
    );
    const programs = await scene.look({ token });
    await programs.hears('here');
    await run(statement);
    await programs.hears('gone');
    await programs.isEnded();
    expect((await scene.look({ token })).status).toBeGreaterThanOrEqual(401);
    expect(page.isOver).toBe(false);
    await run('delete from api_tokens');
  });

  it('ends also when nobody could be told of it, because the connection was away that listens', async () => {
    await run('alter table memberships disable trigger user');
    await run(`delete from memberships where account_id = '${ben.accountId}'`);
    await run('alter table memberships enable trigger user');
    await run(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'garbanzo web listener' and datname = current_database()`,
    );
    expect(await end()).toEqual(['gone', 404]);
  });

  it('is not opened for those who may not read', async () => {
    const eve = await scene.workspace.add('Eve', 'member', (await aWorkspace()).id);
    expect((await eve.browser.open(`${WORKSPACE_PATH}/live`)).status).toBe(404);
    const { status } = await scene.look({ token: `gbz_${'y'.repeat(43)}` });
    expect(status).toBe(401);
  });

  async function aWorkspace(): Promise<{ readonly id: string }> {
    const id = '00000000-0000-7000-8000-0000000000ef';
    await run(`insert into workspaces (id, shard) values ('${id}', 3)`);
    return { id };
  }
});
