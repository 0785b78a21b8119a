import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { APPENDED } from '#libs/jobs';
import { LiveScene, todoAdded } from '../support/live-scene.js';
import { createWorkspace, createWorkspaces, openDatabase, SHARD, workspaceIn } from '../support/log.js';
import { until } from '../support/until.js';

/** More often than the log is compared with what was read. */
const NEWS_MS = 100;
/** Many times as long as until the next comparison. */
const WITHIN_MS = 15_000;

const LISTENERS = `select pid from pg_stat_activity
  where application_name = 'garbanzo web listener' and datname = current_database()`;

describe('a page that was away', () => {
  let scene: LiveScene;
  beforeAll(async () => {
    scene = await LiveScene.open();
  });
  afterEach(() => scene.closePages());
  afterAll(() => scene.close());

  const look = (query = '', headers = {}) => scene.look(scene.workspace.mia.browser, query, { headers });
  const comeBack = (id: string | number, query = '') => look(query, { 'last-event-id': String(id) });

  it('is first told what it has missed since the position that it comes back with', async () => {
    const before = await scene.append();
    const [list, todo] = [randomUUID(), randomUUID()];
    await scene.append({ streamId: list });
    const last = await scene.addTodo(list, todo);
    for (const page of [await comeBack(before), await look(`?from=${before}`)]) {
      const { id, data } = await page.hears('changed');
      expect([id, data.lists, data.todos]).toEqual([String(last), [list], [todo]]);
      expect(page.of('here')).toEqual([]);
    }
  });

  it('is asked by the header rather than by the address, which is older', async () => {
    const older = await scene.append();
    const newer = await scene.append();
    const page = await comeBack(newer, `?from=${older}`);
    expect((await page.hears('here')).id).toBe(String(newer));
    expect(page.of('changed')).toEqual([]);
  });

  it('is told nothing twice, however many times it comes back while others write', async () => {
    const heard: string[] = [];
    const sent: string[] = [];
    let id = String(await scene.append());
    for (let round = 0; round < 10; round += 1) {
      const commands = Array.from({ length: 5 }, () => randomUUID());
      sent.push(...commands);
      const appending = commands.map((commandId) => scene.append({ commandId }));
      const page = await comeBack(id);
      await Promise.race([page.hears('changed'), page.hears('here')]);
      page.close();
      await Promise.all([page.isEnded(), ...appending]);
      heard.push(...page.of('changed').flatMap(({ data }) => data.commands ?? []));
      id = page.lastId ?? id;
    }
    const page = await comeBack(id);
    await Promise.race([page.hears('changed'), page.hears('here')]);
    heard.push(...page.of('changed').flatMap(({ data }) => data.commands ?? []));
    expect(heard.toSorted()).toEqual(sent.toSorted());
  });

  it('is told to look at everything again when it has missed more than a thousand events', async () => {
    const before = await scene.append();
    const events = Array.from({ length: 1_000 }, () => todoAdded(randomUUID()));
    await scene.append({ events });
    expect((await (await comeBack(before)).hears('changed')).event).toBe('changed');
    const last = await scene.append();
    const page = await comeBack(before);
    expect(await page.hears('reload')).toEqual({ event: 'reload', id: String(last), data: {} });
    const next = await scene.append();
    expect((await page.hears('changed')).id).toBe(String(next));
  });

  it('is not searched for without end among what happened in other workspaces', async () => {
    const owner = openDatabase(scene.workspace.test.url);
    const other = randomUUID();
    await createWorkspace(owner, other, SHARD);
    const before = await scene.append();
    await scene.append();
    const theyWrite = async (times: number) => {
      for (let call = 0; call < times; call += 1) {
        const events = Array.from({ length: 1_000 }, () => todoAdded(randomUUID()));
        await scene.append({ workspaceId: other, events });
      }
    };
    await theyWrite(9);
    expect((await (await comeBack(before)).hears('changed')).event).toBe('changed');
    await theyWrite(1);
    expect((await (await comeBack(before)).hears('reload')).event).toBe('reload');
    await owner.close();
  });

  it.each([
    ['ahead of the log', '999999999999999', 'reload'],
    ['no position', 'x1', 'here'],
    ['too long to be one', '9'.repeat(40), 'here'],
  ])('is told the truth when what it comes back with is %s', async (_, id, event) => {
    const position = await scene.append();
    expect(await (await comeBack(id)).hears(event)).toEqual({ event, id: String(position), data: {} });
  });

  it('misses nothing when the connection breaks that hears of changes, and takes no second one', async () => {
    const page = await look();
    await page.hears('here');
    const [before] = await scene.workspace.run(LISTENERS);
    await scene.workspace.run(`select pg_terminate_backend(pid) from (${LISTENERS}) l`);
    const commandId = randomUUID();
    await scene.append({ commandId });
    expect((await page.hears('changed')).data.commands).toEqual([commandId]);
    const isBack = async () => (await scene.workspace.run(LISTENERS)).some(({ pid }) => pid !== before?.pid);
    await until(isBack);
    expect(await scene.workspace.run(LISTENERS)).toHaveLength(1);
  });

  it('hears of what nobody has notified of, also while other workspaces have news all the time', async () => {
    const busy = SHARD - 1;
    const owner = openDatabase(scene.workspace.test.url);
    await createWorkspaces(owner, [busy]);
    const page = await look();
    const theirs = await scene.look(scene.workspace.mia.browser, '', { path: `/w/${workspaceIn(busy)}` });
    await Promise.all([page, theirs].map((each) => each.hears('here')));
    const news = setInterval(() => void owner.query('select pg_notify($1, $2)', [APPENDED, String(busy)]), NEWS_MS);
    const commandId = randomUUID();
    await scene.append({ commandId });
    await until(() => page.of('changed').length > 0, WITHIN_MS).finally(() => clearInterval(news));
    expect(page.of('changed').map(({ data }) => data.commands)).toEqual([[commandId]]);
    await owner.close();
  });

  it('is told when the log was set back behind what it knows', async () => {
    const kept = await scene.append();
    await scene.append();
    const page = await look();
    await page.hears('here');
    await scene.workspace.run('alter table events disable trigger user');
    await scene.workspace.run(`delete from events where position > ${kept}`);
    await scene.workspace.run('alter table events enable trigger user');
    expect(await page.hears('reload')).toEqual({ event: 'reload', id: String(kept), data: {} });
  });
});
