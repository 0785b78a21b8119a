import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';

describe('the note on a to-do', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let milk: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
    milk = await visitor.addTodo(home, 'Milk');
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const write = (note: string, from: number) =>
    visitor.submit(`/todos/${milk}/note`, { note, from: String(from) });
  const open = async (path: string) => (await visitor.open(path)).text;
  /** What stands on a sheet of its own. */
  const readOn = (html: string) =>
    /<section class="prose sheet"[^>]*>\s*([^]*?)\s*<\/section>/.exec(html)?.[1];

  it('has a page, and had one as it was', async () => {
    await write('Two *bottles*', 0);
    await write('Three', 2);
    expect(readOn(await open(`/todos/${milk}/note`))).toBe('<p dir="auto">Three</p>');
    const then = await open(`/todos/${milk}/note?version=2`);
    expect(readOn(then)).toBe('<p dir="auto">Two <em>bottles</em></p>');
    expect(then).toContain('This is what it was once.');
    const before = await open(`/todos/${milk}/note?version=1`);
    expect(readOn(before)).toBeUndefined();
    expect(before).toContain('No note');
    expect(readOn(await open(`/todos/${milk}/note?version=no-number`))).toBe('<p dir="auto">Three</p>');
    expect(await open(`/todos/${milk}/note?version=7`)).toContain('No note');
    expect((await visitor.open(`/todos/${home}/note`)).status).toBe(404);
  });

  it('is said in words in its history, with the beginning of what was written', async () => {
    await write(`First\n${'long '.repeat(100)}`, 0);
    await write('Second', 2);
    await write('', 3);
    const html = await open(`/todos/${milk}/history`);
    const told = [
      ...html.matchAll(/<p class="words">(Note[^<]*)<\/p>\s*<blockquote[^>]*><p dir="auto">([^<]*)</g),
    ];
    const [gone, changed, written] = told.map(([, words, text]) => [words, text]);
    expect(gone).toEqual(['Note taken away', 'Second']);
    expect(changed).toEqual(['Note changed', 'Second']);
    expect(written?.[0]).toBe('Note written');
    expect(written?.[1]).toBe(`${`First\n${'long '.repeat(100)}`.slice(0, 280)}…`);
    expect(html).toContain(`/todos/${milk}/note?version&#x3D;2`);
    expect(await open(`/lists/${home}/history`)).toContain('Note taken away');
  });

  it('is there in the list as it was, and can be read there', async () => {
    await write('Two *bottles*', 0);
    const moment = /asOf&#x3D;([^"&]+)/.exec(await open(`/todos/${milk}/history`))?.[1] ?? '';
    await write('', 2);
    const then = await open(`/lists/${home}?asOf=${moment}`);
    const [, address = ''] = /<a class="noted" href="([^"]+)"/.exec(then) ?? [];
    expect(address.replaceAll('&#x3D;', '=')).toMatch(new RegExp(`/todos/${milk}/note\\?version=2$`));
    expect(await open(`/lists/${home}`)).not.toContain('class="noted"');
  });

  it('is refused in words when it is too long or no text, and kept', async () => {
    const path = `/todos/${milk}/note`;
    const long = await visitor.refused(path, { note: 'x'.repeat(10_001), from: '0' });
    expect(long).toMatchObject({ status: 422 });
    expect(long.html).toContain('That is too long for a note, by 1 character. Keep it to 10,000 characters.');
    expect(long.html).toContain('x'.repeat(10_001));
    const noText = await visitor.refused(path, { note: 'bell \u0007', from: '0' });
    expect(noText.html).toContain('A note is text. Take out invisible characters that are none.');
    expect((await visitor.post(path, { note: 'a', from: 'no-number' })).status).toBe(400);
  });

  it('is of others by then: a program is told what it was, what it is and from which one to go on', async () => {
    await write('Two', 0);
    await write('Three', 2);
    const answer = await visitor
      .post(`/todos/${milk}/note`, { note: 'Four', from: '2' })
      .set('accept', 'application/json');
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      refusal: 'note-changed',
      was: 'Two',
      now: 'Three',
      yours: 'Four',
      from: '3',
    });
  });
});
