import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { liveSchema, TODO_LISTS } from '#libs/read-model';
import { homeOf } from '../support/home-of.js';
import { openDatabase } from '../support/log.js';
import { Person } from '../support/person.js';
import { startWorker } from '../support/running-app.js';
import { SharedWorkspace, type Known } from '../support/shared-workspace.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';

const schema = liveSchema(TODO_LISTS);

describe('erasing a workspace from its page', () => {
  let home: SharedWorkspace;
  let worker: NestFastifyApplication;
  let mia: Person;
  /** A workspace of Mia's, with a list in it. */
  let club: string;
  let ben: Known;
  beforeAll(async () => {
    home = await SharedWorkspace.open();
    worker = await startWorker(home.test.url);
    mia = home.mia.browser;
  });
  afterAll(async () => {
    await worker.close();
    await home.close();
  });

  const idOf = (path: string) => path.slice('/w/'.length);
  const createList = (browser: Person, at: string, name: string) =>
    browser.post(`${at}/lists`, { commandId: randomUUID(), name });
  const isGone = async (path: string) =>
    (await home.run(`select from workspaces where id = '${idOf(path)}'`)).length === 0;
  const left = async (path: string) => {
    const tables = ['events', `${schema}.lists`, 'memberships', 'invitations', 'erasures'];
    const counts = tables.map((table) =>
      home.run(`select from ${table} where workspace_id = '${idOf(path)}'`),
    );
    return (await Promise.all(counts)).map((rows) => rows.length);
  };

  async function begin(): Promise<void> {
    club = String((await mia.post('/workspaces', { name: 'Garden club' })).headers.location);
    ben = await home.add('Ben', 'member', idOf(club));
    const list = await createList(mia, club, 'Compost');
    await mia.open(String(list.headers.location));
    await mia.post(`${club}/invitations`, { role: 'viewer', days: '7', uses: 'many', email: '' });
  }

  it('is for its owners, who are offered all that is in it first', async () => {
    await begin();
    for (const [method, path] of [
      ['open', `${club}/erase`],
      ['open', `${club}/export`],
      ['post', `${club}/erase`],
    ] as const)
      expect((await ben.browser[method](path, { name: 'Garden club' })).status).toBe(403);
    expect((await mia.open(`${club}/members`)).text).toContain(`href="${club}/erase"`);
    expect((await mia.open(`${club}/erase`)).text).toContain(`href="${club}/export" download`);
    const { headers, text } = await mia.open(`${club}/export`);
    expect(headers['content-disposition']).toContain('attachment');
    expect(JSON.parse(text)).toMatchObject({
      format: 1,
      workspace: { id: idOf(club), name: 'Garden club' },
      events: [{ type: 'ListCreated', version: 1, actorId: SOMEBODY.accountId, data: { name: 'Compost' } }],
      people: { [SOMEBODY.accountId]: 'Mia' },
    });
    expect(await home.audited()).toContain('workspace-exported');
  });

  it('wants its name', async () => {
    await begin();
    for (const name of ['', 'garden club', 'Home']) {
      const { status, text } = await mia.post(`${club}/erase`, { name });
      expect(status).toBe(422);
      expect(text).toContain('That is not the name of this workspace.');
    }
    expect((await mia.open(club)).status).toBe(200);
  });

  it('takes it from everybody at once, and then from the database, and nothing else', async () => {
    await begin();
    await createList(mia, WORKSPACE_PATH, 'Stays');
    const { headers } = await mia.post(`${club}/erase`, { name: ' Garden club ' });
    expect(headers.location).toBe('/workspaces?said=erased');
    for (const browser of [mia, ben.browser])
      for (const path of [club, `${club}/export`, `${club}/members`])
        expect((await browser.open(path)).status).toBe(404);
    expect((await createList(mia, club, 'Too late')).status).toBe(404);
    await until(() => isGone(club));
    expect(await left(club)).toEqual([0, 0, 0, 0, 0]);
    expect(await home.run(`select from events where workspace_id = '${idOf(WORKSPACE_PATH)}'`)).toHaveLength(
      1,
    );
    expect((await ben.browser.open('/workspaces')).text).toContain('You are in no workspace.');
    expect(await home.audited()).toContain('workspace-erased');
  });

  it('leads both to a page that there is who erase it at the same moment', async () => {
    await begin();
    const erase = () => mia.post(`${club}/erase`, { name: 'Garden club' });
    const holder = new pg.Client(home.test.url);
    await holder.connect();
    await holder.query('begin');
    await holder.query(`select from workspaces where id = '${idOf(club)}' for update`);
    const both = [erase(), erase()];
    await until(async () => {
      const waiting = await home.run(
        `select from pg_stat_activity where datname = current_database() and query like '%request_erasure%'
         and wait_event_type = 'Lock'`,
      );
      return waiting.length === 2;
    });
    await holder.query('commit');
    await holder.end();
    const places = (await Promise.all(both)).map(({ headers }) => String(headers.location));
    expect(places.toSorted()).toEqual(['/workspaces?said=erased', '/workspaces?said=gone']);
    expect((await mia.open('/workspaces?said=gone')).text).toContain(
      'You are not in that workspace any more',
    );
    await until(() => isGone(club));
  });

  it('lets nothing be appended by who was let in before', async () => {
    await begin();
    const [{ shard } = {}] = await home.run(`select shard from workspaces where id = '${idOf(club)}'`);
    const eraser = new pg.Client(home.test.url);
    await eraser.connect();
    await eraser.query('begin');
    await eraser.query('select pg_advisory_xact_lock(1735549538, $1)', [shard]);
    // It has passed the guard and was decided, and waits for the lock to append.
    const late = createList(ben.browser, club, 'Too late');
    await until(async () => {
      const waiting = await home.run(
        `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'
         and query like '%append_events%'`,
      );
      return waiting.length > 0;
    });
    await eraser.query('select erase_events($1, $2::smallint[])', [idOf(club), [shard]]);
    await eraser.query('delete from workspaces where id = $1', [idOf(club)]);
    await eraser.query('commit');
    await eraser.end();
    const { status, text } = await late;
    expect(status).toBe(404);
    expect(text).toContain('Somebody has erased this workspace meanwhile');
    expect(await home.run(`select from events where workspace_id = '${idOf(club)}'`)).toEqual([]);
  });

  it('is done by nobody without an owner who asks', async () => {
    await begin();
    const [web, its] = [
      openDatabase(home.test.url, 'garbanzo_web'),
      openDatabase(home.test.url, 'garbanzo_worker'),
    ];
    const [{ shard } = {}] = await home.run(`select shard from workspaces where id = '${idOf(club)}'`);
    const erase = 'select erase_requested($1, $2::smallint[])';
    await expect(its.query(erase, [idOf(club), [shard]])).rejects.toThrow('nobody has asked to erase');
    await expect(its.query('insert into erasures values ($1, $1)', [idOf(club)])).rejects.toThrow(
      'permission denied',
    );
    await expect(web.query(erase, [idOf(club), [shard]])).rejects.toThrow('permission denied');
    await expect(web.query('insert into erasures values ($1, $1)', [idOf(club)])).rejects.toThrow(
      'permission denied',
    );
    const request = 'select request_erasure($1, $2) as done';
    expect(await web.query(request, [idOf(club), ben.accountId])).toEqual([{ done: false }]);
    await Promise.all([web.close(), its.close()]);
    expect((await mia.open(club)).status).toBe(200);
  });

  it('may be the one of version 0.1.0 as well: its old addresses lead nowhere then', async () => {
    await mia.post(`${WORKSPACE_PATH}/erase`, { name: 'Home' });
    await until(() => isGone(WORKSPACE_PATH));
    const { headers } = await mia.open('/trash');
    expect((await mia.open(String(headers.location))).status).toBe(404);
    await home.run('delete from accounts');
    const fresh = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };
    const first = new Person(home.web);
    expect((await first.post('/setup', fresh)).status).toBe(303);
    expect((await first.open(await homeOf(first))).status).toBe(200);
  });
});
