import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';

describe('two people who change the same text', () => {
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

  describe('by renaming', () => {
    it('a to-do that got another title shows both, and either can be kept', async () => {
      const milk = await visitor.addTodo(home, 'Milk');
      const path = `/todos/${milk}/rename`;
      await visitor.submit(path, { title: 'Rice', from: 'Milk', show: 'all' });
      const { status, html } = await visitor.refused(path, { title: 'Oat milk', from: 'Milk', show: 'all' });
      expect(status).toBe(409);
      expect(html).toContain(
        '<dt>It was</dt><dd dir="auto">Milk</dd><dt>It is now</dt><dd dir="auto">Rice</dd>',
      );
      expect(html).toMatch(/<input id="mine" name="title" value="Oat milk"/);
      expect(html).toContain('<input type="hidden" name="from" value="Rice">');
      expect(html).toContain('>Use mine</button>');
      expect(html).toMatch(/<a [^>]*href="\/w\/[^/]+\/lists\/[^"]+"[^>]*>Keep theirs<\/a>/);
      expect(await visitor.titles(home)).toEqual(['Rice']);

      await visitor.submit(path, { title: 'Oat milk', from: 'Rice', show: 'all' });
      expect(await visitor.titles(home)).toEqual(['Oat milk']);
    });

    it('a to-do that is not on the page any more shows both as well', async () => {
      const milk = await visitor.addTodo(home, 'Milk');
      await visitor.submit(`/todos/${milk}/rename`, { title: 'Rice', from: 'Milk' });
      await visitor.submit(`/todos/${milk}/complete`);
      const form = { title: 'Oat milk', from: 'Milk', show: 'active' };
      const { status, html } = await visitor.refused(`/todos/${milk}/rename`, form);
      expect(status).toBe(409);
      expect(html).toContain('>Use mine</button>');
    });

    it('a list that got another name shows both', async () => {
      const path = `/lists/${home}/rename`;
      await visitor.submit(path, { name: 'House', from: 'Home', show: 'all' });
      const { status, html } = await visitor.refused(path, { name: 'Garden', from: 'Home', show: 'all' });
      expect(status).toBe(409);
      expect(html).toContain(
        '<dt>It was</dt><dd dir="auto">Home</dd><dt>It is now</dt><dd dir="auto">House</dd>',
      );
      expect(html).toMatch(/<input id="mine" name="name" value="Garden"/);
      await visitor.submit(path, { name: 'Garden', from: 'House', show: 'all' });
      expect((await visitor.open(`/lists/${home}`)).text).toContain('<h1 dir="auto">Garden</h1>');
    });

    it('what does not say what it was made from shows what stands there now, and what was typed', async () => {
      const milk = await visitor.addTodo(home, 'Milk');
      const { status, html } = await visitor.refused(`/todos/${milk}/rename`, { title: 'Oat milk' });
      expect(status).toBe(409);
      expect(html).toContain('<dl class="kept"><dt>It is now</dt><dd dir="auto">Milk</dd></dl>');
      expect(html).toMatch(/<input id="mine" name="title" value="Oat milk"/);
    });

    it('is answered with both as JSON, too', async () => {
      const milk = await visitor.addTodo(home, 'Milk');
      const path = `/todos/${milk}/rename`;
      await visitor.submit(path, { title: 'Rice', from: 'Milk' });
      const { status, body } = await visitor
        .post(path, { title: 'Oat milk', from: 'Milk' })
        .set('accept', 'application/json');
      expect(status).toBe(409);
      expect(body).toMatchObject({
        status: 409,
        refusal: 'title-changed',
        was: 'Milk',
        now: 'Rice',
        yours: 'Oat milk',
      });
    });

    it('carries in the form what it was made from', async () => {
      const milk = await visitor.addTodo(home, 'Milk');
      const { text } = await visitor.open(`/lists/${home}?edit=${milk}`);
      expect(text).toContain('<input type="hidden" name="from" value="Milk">');
      const list = await visitor.open(`/lists/${home}?edit=list`);
      expect(list.text).toContain('<input type="hidden" name="from" value="Home">');
    });
  });
});
