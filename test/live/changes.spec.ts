import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { anEvent, LiveScene, todoAdded } from '../support/live-scene.js';
import { anAppend, createWorkspace, openDatabase, SHARD, workspaceIn } from '../support/log.js';

describe('a page that is open', () => {
  let scene: LiveScene;
  beforeAll(async () => {
    scene = await LiveScene.open();
  });
  afterEach(() => scene.closePages());
  afterAll(() => scene.close());

  const look = (query = '') => scene.look(scene.workspace.mia.browser, query);

  it('hears that it is up to date, so that it has a position to come back with', async () => {
    const position = await scene.append();
    const page = await look();
    expect(page.status).toBe(200);
    expect(page.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(page.answer.headers['content-encoding']).toBeUndefined();
    expect(await page.hears('here')).toEqual({ event: 'here', id: String(position), data: {} });
  });

  it('hears which list, which to-do and which command it was, and nothing of what it says', async () => {
    const page = await look();
    await page.hears('here');
    const [list, todo, commandId] = [randomUUID(), randomUUID(), randomUUID()];
    const position = await scene.append({ streamId: todo, commandId, events: [todoAdded(list, 'A secret')] });
    const data = { lists: [list], todos: [todo], commands: [commandId] };
    expect(await page.hears('changed')).toEqual({ event: 'changed', id: String(position), data });
    expect(JSON.stringify(page.heard)).not.toContain('A secret');
  });

  it('hears of both lists when a to-do is moved, and of its list when it is renamed', async () => {
    const [from, to, todo] = [randomUUID(), randomUUID(), randomUUID()];
    await scene.addTodo(from, todo);
    const page = await look();
    await page.hears('here');
    const moved = anEvent('TodoMoved', { listId: to, order: 'a1' });
    const [move, rename] = [randomUUID(), randomUUID()];
    await scene.append({ streamId: todo, expected: 1, commandId: move, events: [moved] });
    expect((await page.hears('changed')).data).toEqual({
      lists: [to, from],
      todos: [todo],
      commands: [move],
    });
    const renamed = anEvent('TodoRenamed', { title: 'Rice' });
    await scene.append({ streamId: todo, expected: 2, commandId: rename, events: [renamed] });
    expect((await page.hears('changed', 2)).data).toEqual({ lists: [to], todos: [todo], commands: [rename] });
  });

  it('hears of a list that was made or renamed, and of no to-do then', async () => {
    const page = await look();
    await page.hears('here');
    const [list, command] = [randomUUID(), randomUUID()];
    const events = [anEvent('ListCreated', { name: 'Home' }), anEvent('ListRenamed', { name: 'House' })];
    await scene.append({ streamId: list, commandId: command, events });
    expect((await page.hears('changed')).data).toEqual({ lists: [list], todos: [], commands: [command] });
  });

  it('hears of what was appended together in one event, in its order', async () => {
    const page = await look();
    await page.hears('here');
    const list = randomUUID();
    const appends = Array.from({ length: 5 }, () =>
      anAppend({ streamId: randomUUID(), events: [todoAdded(list)] }),
    );
    const appended = await scene.log.appender.appendAll(appends);
    const last = Math.max(...appended.map((each) => ('position' in each ? each.position : 0)));
    const { id, data } = await page.hears('changed');
    expect(id).toBe(String(last));
    expect(data).toEqual({
      lists: [list],
      todos: appends.map(({ streamId }) => streamId),
      commands: appends.map(({ commandId }) => commandId),
    });
  });

  it('hears at once of what somebody does on a page, before anything is folded', async () => {
    const page = await look();
    await page.hears('here');
    const fields = { commandId: uuidv7(), name: 'Garden' };
    const { headers } = await scene.workspace.mia.browser.post(`/w/${workspaceIn(SHARD)}/lists`, fields);
    const did = new URL(String(headers.location), 'http://localhost').searchParams.get('did');
    expect((await page.hears('changed')).data.commands).toEqual([did]);
  });

  it('hears nothing of another workspace in the same shard', async () => {
    const owner = openDatabase(scene.workspace.test.url);
    const other = randomUUID();
    await createWorkspace(owner, other, SHARD);
    await owner.close();
    const page = await look();
    await page.hears('here');
    await scene.append({ workspaceId: other });
    const own = await scene.append();
    expect((await page.hears('changed')).id).toBe(String(own));
    expect(page.of('changed')).toHaveLength(1);
  });

  it('is told the same as every other one of the workspace', async () => {
    const ben = await scene.workspace.add('Ben', 'viewer');
    const pages = await Promise.all([look(), look(), scene.look(ben.browser)]);
    for (const page of pages) await page.hears('here');
    await scene.append();
    const heard = await Promise.all(pages.map((page) => page.hears('changed')));
    expect(new Set(heard.map((each) => JSON.stringify(each))).size).toBe(1);
  });
});
