import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { todosOn, Visitor } from '../support/visitor.js';
import { inWorkspace } from '../support/somebody.mjs';

describe('what goes wrong', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let milk: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
    home = await visitor.createList('Home');
    milk = await visitor.addTodo(home, 'Milk');
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  it.each(['/nowhere', '/lists/nonsense', `/lists/${uuidv7()}`, '/assets/none.css', '/todos/x/complete'])(
    'an address with nothing behind it is a page that says so: %s',
    async (path) => {
      const { status, text } = await visitor.open(path);
      expect(status).toBe(404);
      expect(text).toContain('<h1>Lost?</h1>');
    },
  );

  it.each([`/todos/${uuidv7()}/complete`, `/lists/${uuidv7()}/rename`, `/lists/${uuidv7()}/todos`])(
    'a form for something that does not exist is answered with 404: %s',
    async (path) => {
      const fields = path.endsWith('todos') ? { title: 'x' } : path.endsWith('rename') ? { name: 'x' } : {};
      expect((await visitor.post(path, fields)).status).toBe(404);
    },
  );

  const long = 'x'.repeat(241);
  it.each([
    ['add a to-do', () => `/lists/${home}/todos`, { title: long }, 'too long for a to-do'],
    ['add a to-do', () => `/lists/${home}/todos`, { title: 'a\0b' }, 'one line of text'],
    ['rename a to-do', () => `/todos/${milk}/rename`, { title: 'a\nb' }, 'one line of text'],
    ['create a list', () => '/lists', { name: long }, 'too long for a name'],
    ['rename a list', () => `/lists/${home}/rename`, { name: '' }, 'Give the list a name'],
  ])('a form to %s that is refused comes back as it was typed (%#)', async (_, path, fields, message) => {
    const { status, text } = await visitor.post(path(), fields);
    const [typed = ''] = Object.values(fields);
    expect(status).toBe(422);
    expect(text).toContain(message);
    expect(text).toContain(`value="${typed}"`);
    expect(text).toContain('aria-invalid="true"');
    expect(text).toContain('<title>Error: ');
  });

  it.each([
    [
      'a to-do',
      () => `/lists/${home}/todos`,
      { title: '  ', show: 'active' },
      () => `/lists/${home}?show=active`,
    ],
    ['a list', () => '/lists', { name: ' ' }, () => '/'],
  ])('a form to add %s with nothing but spaces leads back without a word', async (_, path, fields, to) => {
    const { status, headers } = await visitor.post(path(), fields);
    expect([status, headers.location]).toEqual([303, inWorkspace(to())]);
  });

  it('something in the trash is not changed, and the page says why', async () => {
    const bread = await visitor.addTodo(home, 'Bread');
    await visitor.submit(`/todos/${bread}/remove`);
    const { status, text } = await visitor.post(`/todos/${bread}/complete`);
    expect(status).toBe(422);
    expect(text).toContain('This to-do is in the trash. Restore it first.');
  });

  it('a repetition answers as the first one did, even when it would be refused by now', async () => {
    const list = await visitor.createList('Short-lived');
    const form = { commandId: uuidv7(), title: 'In time' };
    const first = await visitor.post(`/lists/${list}/todos`, form);
    await visitor.submit(`/lists/${list}/remove`);
    const repeated = await visitor.post(`/lists/${list}/todos`, form);
    expect(repeated.status).toBe(303);
    expect(repeated.headers.location).toBe(first.headers.location);
    expect((await visitor.post(`/lists/${list}/todos`, { title: 'Too late' })).status).toBe(422);
  });

  it.each([
    ['without a command id', { title: 'x', commandId: '' }],
    ['with a field that no form has', { title: 'x', admin: 'true' }],
    ['without its field', {}],
  ])('a form %s is refused in words', async (_, fields) => {
    const { status, text } = await visitor.post(`/lists/${home}/todos`, fields);
    expect(status).toBe(400);
    expect(text).toContain('Reload the page and try again');
  });

  it('a field that is given twice is refused', async () => {
    const { status } = await visitor.postBody(
      `/lists/${home}/todos`,
      `commandId=${uuidv7()}&title=a&title=b`,
    );
    expect(status).toBe(400);
  });

  it('more than 192 KiB is refused, and so is what is not a form', async () => {
    expect((await visitor.post('/lists', { name: 'x'.repeat(200_000) })).status).toBe(413);
    expect((await visitor.postBody('/lists', '<a/>', 'text/xml')).status).toBe(415);
  });

  it.each(['%', '%zz', '%c3%28', '%ed%a0%80'])(
    'what no browser encodes is refused, not kept as it stands: %s',
    async (title) => {
      const { status } = await visitor.postBody(
        `/lists/${home}/todos`,
        `commandId=${uuidv7()}&title=${title}`,
      );
      expect(status).toBe(400);
    },
  );

  it('what people write is shown as text, whatever it is', async () => {
    const { html } = await visitor.submit(`/lists/${home}/todos`, { title: '<script>alert("1")</script>' });
    expect(html).not.toContain('<script>alert');
    expect(todosOn(html).at(-1)?.title).toContain('&lt;script&gt;');
  });

  it('is told in JSON to those who ask for JSON', async () => {
    const lost = await visitor.open('/nowhere').set('accept', 'application/json');
    expect(lost.body).toMatchObject({ status: 404, heading: 'Lost?', requestId: expect.any(String) });
    const refused = await visitor
      .post(`/lists/${home}/todos`, { title: '' })
      .set('accept', 'application/json');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ refusal: 'title-empty', message: 'Write what there is to do.' });
  });

  it('strange places in the query are taken as none', async () => {
    for (const query of [
      'after=nonsense',
      'show=nothing',
      'edit=1',
      'seen=1',
      'seen=99:1',
      'seen=a&seen=b',
      'removed=x',
    ]) {
      expect((await visitor.open(`/lists/${home}?${query}`)).status).toBe(200);
    }
    for (const query of ['after=x', 'after=2026-01-01T00:00:00.000Z~x']) {
      expect((await visitor.open(`/trash?${query}`)).status).toBe(200);
      expect((await visitor.open(`/?${query}`)).status).toBe(200);
    }
  });
});
