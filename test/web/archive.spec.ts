import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { todosOn, undoOn, Visitor } from '../support/visitor.js';

describe('a list in the archive', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let name: string;
  let list: string;
  let archived: { readonly path: string; readonly html: string };
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  let count = 0;
  beforeEach(async () => {
    name = `Camping ${(count += 1)}`;
    list = await visitor.createList(name);
    await visitor.addTodo(list, 'Tent');
    archived = await visitor.submit(`/lists/${list}/archive`);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const names = async (path: string) =>
    [...(await visitor.open(path)).text.matchAll(/<h2 dir="auto"><a [^>]*>([^<]*)</g)].map(
      ([, name]) => name,
    );

  it('is not among the lists any more, and that is said with a way back', async () => {
    expect(archived.path).toMatch(/^\/\?did=/);
    expect(archived.html).toContain('is in the archive.');
    expect([await names('/'), await names('/archive')]).toEqual([[], expect.arrayContaining([name])]);
  });

  it('comes back from the archive, from its own page and by undo', async () => {
    const [path, fields] = undoOn(archived.html);
    await visitor.submit(path, fields);
    expect(await names('/')).toEqual([name]);
    await visitor.submit(`/lists/${list}/archive`);
    expect((await visitor.open('/archive')).text).toContain(`/lists/${list}/unarchive`);
    expect((await visitor.open(`/lists/${list}`)).text).toContain(`/lists/${list}/unarchive`);
    const { html } = await visitor.submit(`/lists/${list}/unarchive`);
    expect(html).toContain('is among your lists again.');
    expect([await names('/'), (await names('/archive')).includes(name)]).toEqual([[name], false]);
    await visitor.submit(`/lists/${list}/remove`);
  });

  it('keeps its to-dos, which can be changed as before', async () => {
    await visitor.addTodo(list, 'Stove');
    const { text } = await visitor.open(`/lists/${list}`);
    expect(todosOn(text).map(({ title }) => title)).toEqual(['Tent', 'Stove']);
    expect(text).toContain('This list is in the archive.');
  });

  it('is no place to which to-dos are offered to be moved', async () => {
    const home = await visitor.createList('Home');
    const other = await visitor.createList('Other');
    const milk = await visitor.addTodo(home, 'Milk');
    const { text } = await visitor.open(`/lists/${home}?edit=${milk}`);
    expect([text.includes(`value="${other}"`), text.includes(`value="${list}"`)]).toEqual([true, false]);
    for (const id of [home, other]) await visitor.submit(`/lists/${id}/remove`);
  });

  it('is not to be done on any day', async () => {
    const tent = todosOn((await visitor.open(`/lists/${list}`)).text)[0]?.id ?? '';
    await visitor.submit(`/todos/${tent}/schedule`, { dueDate: '2099-11-27', dueTime: '', from: '' });
    const shown = async () =>
      (await visitor.open('/upcoming?from=2099-11-27')).text.includes(`id="t-${tent}"`);
    expect(await shown()).toBe(false);
    await visitor.submit(`/lists/${list}/unarchive`);
    expect(await shown()).toBe(true);
    await visitor.submit(`/lists/${list}/remove`);
  });

  it('tells in its history that it was archived', async () => {
    expect((await visitor.open(`/lists/${list}/history`)).text).toContain('>Archived<');
  });

  it('cannot be archived in the trash, from which it comes back into the archive', async () => {
    await visitor.submit(`/lists/${list}/remove`);
    expect((await names('/archive')).includes(name)).toBe(false);
    const { statusCode } = await visitor.post(`/lists/${list}/unarchive`, {});
    expect(statusCode).toBe(422);
    await visitor.submit(`/lists/${list}/restore`);
    expect((await names('/archive')).includes(name)).toBe(true);
  });
});
