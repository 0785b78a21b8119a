import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { PLAIN_TODO_USE_CASES } from '#libs/commands';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { todosOn, Visitor } from '../support/visitor.js';

describe('a use case that needs to know nothing but the to-do', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
    home = await visitor.createList('Home');
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  describe.each([...PLAIN_TODO_USE_CASES.keys()])('(%s)', (word) => {
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

  it.each(['explode', 'constructor', '__proto__'])('is none that is not on the list: %s', async (word) => {
    const milk = await visitor.addTodo(home, 'Milk');
    expect((await visitor.post(`/todos/${milk}/${word}`)).status).toBe(404);
  });
});
