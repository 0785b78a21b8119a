import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { startWorker } from '../support/running-app.js';
import { SharedWorkspace, type Known } from '../support/shared-workspace.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';

const HOME = WORKSPACE_PATH.slice('/w/'.length);

describe('somebody who was let in, and may not write any more when they write', () => {
  let home: SharedWorkspace;
  let worker: NestFastifyApplication;
  let ben: Known;
  /** Ben's own workspace, with a list in it. */
  let own: string;
  let list: string;
  beforeAll(async () => {
    home = await SharedWorkspace.open();
    worker = await startWorker(home.test.url);
  });
  beforeEach(async () => {
    ben = await home.add('Ben', 'member');
    own = String((await ben.browser.post('/workspaces', { name: 'Own' })).headers.location);
    const { headers } = await createList(own, 'Shopping');
    list = /lists\/([0-9a-f-]{36})/.exec(String(headers.location))?.[1] ?? '';
    await until(async () => (await ben.browser.open(`${own}/lists/${list}`)).status === 200);
  });
  afterAll(async () => {
    await worker.close();
    await home.close();
  });

  const createList = (at: string, name: string) =>
    ben.browser.post(`${at}/lists`, { commandId: randomUUID(), name });
  const moveHere = () =>
    ben.browser.post(`${own}/lists/${list}/transfer`, { commandId: randomUUID(), to: HOME, as: 'move' });
  const byBen = () =>
    home.run(`select * from events where workspace_id = '${HOME}' and actor_id = '${ben.accountId}'`);

  /** Does something while an append waits for the lock of its shard: it has passed the guard, and was decided. */
  async function whileWaiting<Answer>(append: () => Promise<Answer>, work: () => Promise<unknown>) {
    const holder = new pg.Client(home.test.url);
    await holder.connect();
    await holder.query('begin');
    await holder.query(
      `select pg_advisory_xact_lock(1735549538, (select shard from workspaces where id = '${HOME}'))`,
    );
    const late = append();
    await until(async () => {
      const waiting = await home.run(
        `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'
         and query like '%append_events%'`,
      );
      return waiting.length > 0;
    });
    await work();
    await holder.query('commit');
    await holder.end();
    return await late;
  }

  const mia = () => home.mia.browser;
  const remove = () => mia().post(`${WORKSPACE_PATH}/members/${ben.accountId}/remove`);
  const fates = {
    'is removed': remove,
    'becomes a viewer': () =>
      mia().post(`${WORKSPACE_PATH}/members/${ben.accountId}/role`, { role: 'viewer' }),
    'is disabled': () => home.run(`update accounts set disabled_at = now() where id = '${ben.accountId}'`),
  };

  it.each(Object.entries(fates))('adds nothing when they %s', async (_, fate) => {
    const { status, text } = await whileWaiting(() => createList(WORKSPACE_PATH, 'Too late'), fate);
    expect(status).toBe(403);
    expect(text).toContain('somebody has changed what you may do in this workspace');
    expect(await byBen()).toEqual([]);
  });

  it('moves no list any further into a workspace from which they are removed', async () => {
    expect((await whileWaiting(moveHere, remove)).status).toBe(403);
    expect(await byBen()).toEqual([]);
    const left = await home.run(`select type from events where stream_id = '${list}' order by version`);
    expect(left).toEqual([{ type: 'ListCreated' }]);
  });

  it('holds up nobody who writes at the same moment', async () => {
    const [{ status }, others] = await Promise.all([
      whileWaiting(() => createList(WORKSPACE_PATH, 'Too late'), remove),
      Promise.all(
        [1, 2, 3].map((nth) =>
          mia().post(`${WORKSPACE_PATH}/lists`, { commandId: randomUUID(), name: `Number ${nth}` }),
        ),
      ),
    ]);
    expect([status, ...others.map((answer) => answer.status)]).toEqual([403, 303, 303, 303]);
    expect(await home.run(`select from events where actor_id = '${SOMEBODY.accountId}'`)).not.toEqual([]);
  });
});
