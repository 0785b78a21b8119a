import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { PLAIN_TODO_USE_CASES } from '#libs/commands';
import type { Database } from '#libs/platform';
import { Replay, todoLists, verifyTables } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import { say } from '../../apps/web/src/locales/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linesOn } from '../support/history-page.js';
import { openDatabase } from '../support/log.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { saidOn, todosOn, undoOn, Visitor, type Shown } from '../support/visitor.js';

const words = [...PLAIN_TODO_USE_CASES.keys()];

const due = { dueDate: '2099-11-27', dueTime: '', from: '' };

/** What is done first, so that there is something to change. */
const FIRST: Readonly<Record<string, readonly (readonly [string, Readonly<Record<string, string>>])[]>> = {
  reopen: [['complete', {}]],
  'stop-repeating': [
    ['schedule', due],
    ['repeat', { every: '1', unit: 'week', was: '' }],
  ],
};

describe('a use case that needs to know nothing but the to-do', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let database: Database;
  let visitor: Visitor;
  let home: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    database = openDatabase(test.url, 'garbanzo_worker');
    visitor = new Visitor(web);
    home = await visitor.createList('Home');
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close(), database.close()]);
    await test.drop();
  });

  describe.each(words)('(%s)', (word) => {
    it('leads back to the list, however often it is asked for', async () => {
      const milk = await visitor.addTodo(home, `To ${word}`);
      for (let time = 0; time < 2; time += 1) {
        const { path, html } = await visitor.submit(`/todos/${milk}/${word}`, { show: 'all' });
        expect(path).toMatch(`/lists/${home}`);
        expect(todosOn(html).map(({ id }) => id)).toContain(milk);
      }
    });

    it('is refused in words in the trash, and not found where there is no such to-do', async () => {
      const milk = await visitor.addTodo(home, `To ${word} in the trash`);
      await visitor.submit(`/todos/${milk}/remove`);
      const refused = await visitor.post(`/todos/${milk}/${word}`);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('This to-do is in the trash. Restore it first.');
      expect((await visitor.post(`/todos/${uuidv7()}/${word}`)).status).toBe(404);
      expect((await visitor.post(`/todos/milk/${word}`)).status).toBe(404);
    });
  });

  it('is said, told in the history, and undone', async () => {
    for (const word of words) {
      const milk = await visitor.addTodo(home, `To ${word} and back`);
      for (const [first, fields] of FIRST[word] ?? [])
        await visitor.submit(`/todos/${milk}/${first}`, fields);
      const done = await visitor.submit(`/todos/${milk}/${word}`, { show: 'all' });
      expect(saidOn(done.html)).not.toBe(say('notices.nothing'));
      const rowOn = ({ html }: Shown) => new RegExp(`<li id="t-${milk}"[^]*?</li>`).exec(html)?.[0];
      const before = rowOn(done);
      const undone = await visitor.submit(...undoOn(done.html));
      expect(rowOn(undone)).not.toEqual(before);
      expect(rowOn(await visitor.submit(...undoOn(undone.html)))).toEqual(before);
      const { text } = await visitor.open(`/todos/${milk}/history`);
      expect(new Set(linesOn(text)).size).toBeGreaterThanOrEqual(3);
    }
  });

  it('makes the same rows when the log is replayed', async () => {
    for (const word of words) {
      const milk = await visitor.addTodo(home, `To ${word} and replay`);
      await visitor.submit(`/todos/${milk}/${word}`);
    }
    const readModel = new ReadModel(database);
    const verify = () => verifyTables(readModel, { projection: todoLists });
    expect(await verify()).toMatchObject({ found: 0 });
    await new Replay(readModel).run(todoLists);
    expect(await verify()).toMatchObject({ found: 0 });
  });

  it.each(['explode', 'constructor', '__proto__'])('is none that is not on the list: %s', async (word) => {
    const milk = await visitor.addTodo(home, 'Milk');
    expect((await visitor.post(`/todos/${milk}/${word}`)).status).toBe(404);
  });
});
