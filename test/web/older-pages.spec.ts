import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

describe('a form from a page that is older than what it is about', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  describe('moving', () => {
    let ids: Record<string, string>;
    beforeEach(async () => {
      ids = {};
      for (const title of ['A', 'B', 'C', 'D', 'E']) ids[title] = await visitor.addTodo(home, title);
    });
    const id = (title: string) => ids[title] ?? '';
    const move = (title: string, where: object) =>
      visitor.refused(`/todos/${id(title)}/move`, { listId: home, from: home, show: 'all', ...where });

    it('takes one step, to the other side of its neighbour', async () => {
      await visitor.submit(`/todos/${id('C')}/move`, { listId: home, from: home, up: id('B') });
      expect(await visitor.titles(home)).toEqual(['A', 'C', 'B', 'D', 'E']);
      await visitor.submit(`/todos/${id('A')}/move`, { listId: home, from: home, down: id('C') });
      expect(await visitor.titles(home)).toEqual(['C', 'A', 'B', 'D', 'E']);
    });

    it('up past what went to the trash moves nothing, and says so', async () => {
      await visitor.submit(`/todos/${id('B')}/remove`);
      const { status, html } = await move('C', { up: id('B') });
      expect(status).toBe(422);
      expect(html).toContain('“C”: What stood beside this to-do is not there any more. Nothing was moved.');
      expect(await visitor.titles(home)).toEqual(['A', 'C', 'D', 'E']);
    });

    it('up past what stands below meanwhile moves nothing, nor down past what stands above', async () => {
      await visitor.submit(`/todos/${id('B')}/move`, { listId: home, before: '' });
      expect((await move('C', { up: id('B') })).status).toBe(422);
      await visitor.submit(`/todos/${id('D')}/move`, { listId: home, before: id('A') });
      expect((await move('C', { down: id('D') })).status).toBe(422);
      expect(await visitor.titles(home)).toEqual(['D', 'A', 'C', 'E', 'B']);
    });

    it('before what went to another list moves nothing', async () => {
      const garden = await visitor.createList('Garden');
      await visitor.submit(`/todos/${id('B')}/move`, { listId: garden, before: '', onList: home });
      expect((await move('C', { before: id('B') })).status).toBe(422);
      expect(await visitor.titles(home)).toEqual(['A', 'C', 'D', 'E']);
    });

    it('what somebody has moved to another list stays there, and says so', async () => {
      const [garden, attic] = [await visitor.createList('Garden'), await visitor.createList('Attic')];
      await visitor.submit(`/todos/${id('C')}/move`, { listId: garden, before: '', onList: home });
      for (const where of [{ up: id('B') }, { listId: attic, before: '' }]) {
        const { status, html } = await move('C', where);
        expect(status).toBe(422);
        expect(html).toContain('“C”: Somebody has moved this to-do to another list meanwhile.');
      }
      expect(await visitor.titles(garden)).toEqual(['C']);
    });

    it('to where somebody has moved it already changes nothing', async () => {
      const garden = await visitor.createList('Garden');
      await visitor.submit(`/todos/${id('C')}/move`, { listId: garden, before: '', onList: home });
      await visitor.addTodo(garden, 'Rake');
      await visitor.submit(`/todos/${id('C')}/move`, {
        listId: garden,
        from: home,
        before: '',
        onList: home,
      });
      expect(await visitor.titles(garden)).toEqual(['C', 'Rake']);
    });

    it('to a list that went to the trash names the right list', async () => {
      const garden = await visitor.createList('Garden');
      await visitor.submit(`/lists/${garden}/remove`);
      const { status, html } = await move('C', { listId: garden, before: '' });
      expect(status).toBe(422);
      expect(html).toContain('The list that you have chosen is in the trash.');
      expect(html).not.toContain('This list is in the trash.');
    });

    it('is offered by forms that say what they were made from', async () => {
      const { text } = await visitor.open(`/lists/${home}?edit=${id('C')}`);
      expect(text).toContain(`name="up" value="${id('B')}">Move up`);
      expect(text).toContain(`name="down" value="${id('D')}">Move down`);
      expect(text.match(new RegExp(`name="from" value="${home}"`, 'g'))).toHaveLength(2);
    });
  });

  describe('a row that is not on its page any more', () => {
    it.each(['complete', 'reopen'])(
      'cannot %s what is in the trash, and offers to restore it',
      async (word) => {
        const milk = await visitor.addTodo(home, 'Milk');
        await visitor.submit(`/todos/${milk}/remove`);
        const { status, html } = await visitor.refused(`/todos/${milk}/${word}`, {
          show: 'all',
          onList: home,
        });
        expect(status).toBe(422);
        expect(html).toContain('“Milk”: This to-do is in the trash. Restore it first.');
        expect(html).toContain(`action="${WORKSPACE_PATH}/todos/${milk}/restore"`);
      },
    );

    it.each(['complete', 'remove', 'rename'])(
      'is changed in another list without leaving the page: %s',
      async (word) => {
        const milk = await visitor.addTodo(home, 'Milk');
        const garden = await visitor.createList('Garden');
        await visitor.submit(`/todos/${milk}/move`, { listId: garden, before: '', onList: home });
        const form = {
          onList: home,
          show: 'all',
          ...(word === 'rename' ? { title: 'Rake', from: 'Milk' } : {}),
        };
        expect((await visitor.submit(`/todos/${milk}/${word}`, form)).path).toContain(`/lists/${home}`);
      },
    );

    it('is not restored into a list that went to the trash', async () => {
      const milk = await visitor.addTodo(home, 'Milk');
      await visitor.submit(`/todos/${milk}/remove`);
      await visitor.submit(`/lists/${home}/remove`);
      const { status, html } = await visitor.refused(`/todos/${milk}/restore`, {});
      expect(status).toBe(422);
      expect(html).toContain('“Milk”: Its list is in the trash. Restore that first.');
      expect((await visitor.open('/trash')).text).toContain('Milk');
      await visitor.submit(`/lists/${home}/restore`);
      expect(await visitor.titles(home)).toEqual([]);
      await visitor.submit(`/todos/${milk}/restore`);
      expect(await visitor.titles(home)).toEqual(['Milk']);
    });
  });
});
