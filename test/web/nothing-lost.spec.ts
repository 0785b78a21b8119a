import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';

describe('what somebody did or typed is never denied', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let list: string;
  let todo: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
    list = await visitor.createList('Home');
    todo = await visitor.addTodo(list, 'Milk');
    await visitor.submit(`/lists/${list}/remove`);
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  const tooLong = 'x'.repeat(241);

  it.each([
    ['a to-do for a list that is in the trash', () => `/lists/${list}/todos`, { title: 'Bread' }],
    ['a name for a list that is in the trash', () => `/lists/${list}/rename`, { name: 'House' }],
    ['a title for a to-do that is not on the page', () => `/todos/${todo}/rename`, { title: tooLong }],
  ])('%s is shown again, with what is wrong', async (_, path, fields) => {
    const { status, text } = await visitor.post(path(), fields);
    expect(status).toBe(422);
    expect(text).toContain(`<p class="title" dir="auto">${Object.values(fields).join()}</p>`);
    expect(text).toMatch(/<li><a href="#typed">(This list|Its list) is in the trash/);
  });

  it.each(['br', 'gzip', 'identity'])(
    'a refused form on a long page is shown again (%s)',
    async (encoding) => {
      const long = await visitor.createList('Long');
      const title = 'A long title '.repeat(18);
      for (let count = 0; count < 40; count += 1) await visitor.post(`/lists/${long}/todos`, { title });
      await visitor.addTodo(long, 'The last one');
      const answer = visitor.post(`/lists/${long}/todos`, { title: tooLong });
      const { status, text } = await answer.set('accept-encoding', encoding);
      expect(status).toBe(422);
      expect(text).toContain(`value="${tooLong}"`);
    },
  );

  it('an address that cannot be read is a page as well, as safe as the others', async () => {
    const { status, text, headers } = await visitor.open('/lists/%ff');
    expect(status).toBe(400);
    expect(text).toContain('<h1>That did not make sense</h1>');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect((await visitor.open(`/lists/${'a'.repeat(300)}`)).status).toBe(404);
  });

  it('a new list, while no worker is there, has its page, which says that it is behind', async () => {
    await worker.close();
    const { headers } = await visitor.post('/lists', { name: 'Garden' });
    const { status, text } = await visitor.open(String(headers.location));
    expect(status).toBe(200);
    expect(text).toContain('Garden');
    expect(text).toContain('Still catching up');
  });
});
