import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { todosOn, Visitor } from '../support/visitor.js';
import { CASES, FORMS, MEANWHILE, type Case, type Form, type World } from './older-world-cases.js';

describe('a form of a page that is older than the world', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let world: World;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    const [home, garden] = [await visitor.createList('Home'), await visitor.createList('Garden')];
    const a = await visitor.addTodo(home, 'A');
    const b = await visitor.addTodo(home, 'B');
    await visitor.addTodo(home, 'C');
    world = { home, garden, a, b };
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const submit = (form: Form) => visitor.submit(...form(world));

  /** All there is of both lists: what a form that is refused must not change. */
  const all = async () => {
    const pages = [`/lists/${world.home}`, `/lists/${world.garden}`, '/trash'];
    const texts = await Promise.all(pages.map(async (path) => (await visitor.open(path)).text));
    return texts.map((text) => [/<h1[^>]*>(.*?)<\/h1>/.exec(text)?.[1], ...todosOn(text)]);
  };

  const isDone = ([, , status]: Case) => status === 303;

  it.each(CASES.filter(isDone))(
    'does what it says, and tells of it; %s: %s',
    async (meanwhile, asked, _, words) => {
      for (const form of MEANWHILE[meanwhile]) await submit(form);
      expect((await submit(FORMS[asked])).html).toContain(words);
    },
  );

  it.each(CASES.filter((each) => !isDone(each)))(
    'changes nothing, and says why; %s: %s',
    async (meanwhile, asked, status, words) => {
      for (const form of MEANWHILE[meanwhile]) await submit(form);
      const before = await all();
      const form: Form = FORMS[asked];
      const [path, fields] = form(world);
      const refused = await visitor.refused(path, fields);
      expect(refused).toEqual({ status, html: expect.stringContaining(words) });
      expect(refused.html).toContain(fields.title ?? fields.name ?? fields.note ?? fields.dueDate ?? '');
      expect(await all()).toEqual(before);
    },
  );
});
