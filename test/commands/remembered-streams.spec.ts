import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { todosOn, Visitor } from '../support/visitor.js';

const ROUNDS = 10;
const RIVALS = 8;

describe('what a process remembers of a stream, while another one changes it', () => {
  let test: TestDatabase;
  let apps: NestFastifyApplication[];
  let here: Visitor;
  let there: Visitor;
  let home: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    const webs = await Promise.all([startWeb(test.url), startWeb(test.url)]);
    apps = [...webs, await startWorker(test.url)];
    [here, there] = webs.map((web) => new Visitor(web)) as [Visitor, Visitor];
  });
  beforeEach(async () => {
    home = await here.createList('Home');
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.close()));
    await test.drop();
  });

  const eventsOf = async (streamId: string) =>
    (
      await runStatements(
        test.url,
        `select type from events where stream_id = '${streamId}' order by version`,
      )
    ).map(({ type }) => type);

  it('adds nothing to a list that is in the trash', async () => {
    await here.addTodo(home, 'Milk');
    await there.submit(`/lists/${home}/remove`);
    const { status, html } = await here.refused(`/lists/${home}/todos`, { title: 'Rice' });
    expect(status).toBe(422);
    expect(html).toContain('This list is in the trash');
    expect(await runStatements(test.url, `select from events where data ->> 'title' = 'Rice'`)).toEqual([]);
  });

  it('adds to a list that has come back', async () => {
    await here.submit(`/lists/${home}/remove`);
    await here.refused(`/lists/${home}/todos`, { title: 'Rice' });
    await there.submit(`/lists/${home}/restore`);
    await here.addTodo(home, 'Rice');
    expect(await here.titles(home)).toEqual(['Rice']);
  });

  it('does again what was undone elsewhere', async () => {
    const milk = await here.addTodo(home, 'Milk');
    await here.submit(`/todos/${milk}/complete`);
    await here.submit(`/todos/${milk}/complete`);
    await there.submit(`/todos/${milk}/reopen`);
    const { html } = await here.submit(`/todos/${milk}/complete`);
    expect(todosOn(html).map(({ done }) => done)).toEqual([true]);
    expect(await eventsOf(milk)).toEqual(['TodoAdded', 'TodoCompleted', 'TodoReopened', 'TodoCompleted']);
  });

  it('lets nothing slip into a list that is being removed', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const list = await here.createList('Race');
      await Promise.all([here.addTodo(list, 'First'), there.addTodo(list, 'First')]);
      const adding = Array.from({ length: RIVALS }, (_, nth) =>
        (nth % 2 === 0 ? here : there).post(`/lists/${list}/todos`, { title: `Rival ${nth}` }),
      );
      const [removed, ...added] = await Promise.all([there.post(`/lists/${list}/remove`), ...adding]);
      expect(removed.status).toBe(303);
      const late = await runStatements(
        test.url,
        `select from events a join events r on r.stream_id = '${list}' and r.type = 'ListRemoved'
         where a.type = 'TodoAdded' and a.data ->> 'listId' = '${list}' and a.position > r.position`,
      );
      expect(late).toEqual([]);
      const stored = await runStatements(
        test.url,
        `select from events where type = 'TodoAdded' and data ->> 'listId' = '${list}'`,
      );
      expect(stored).toHaveLength(2 + added.filter(({ status }) => status === 303).length);
    }
  });
});
