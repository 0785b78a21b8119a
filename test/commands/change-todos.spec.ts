import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { ChangeTodos, CompleteTodo, RemoveTodo, type CommandContext, type UseCase } from '#libs/commands';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';
import { Visitor } from '../support/visitor.js';

const MANY = 1_000;

describe('a command that changes many to-dos', () => {
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

  class Complete extends CompleteTodo {
    constructor(context: CommandContext, todoId: string) {
      super(context, todoId, { today: '2026-11-27' });
    }
  }
  const contextOf = (commandId = uuidv7()) => ({
    workspaceId: WORKSPACE_PATH.slice('/w/'.length),
    actorId: SOMEBODY.accountId,
    commandId,
    correlationId: uuidv7(),
    traceparent: undefined,
  });
  const change = (
    context: CommandContext,
    ids: readonly string[],
    OnTodo: new (context: CommandContext, todoId: string) => UseCase,
  ) =>
    web.get(CommandBus).execute(
      new ChangeTodos(
        context,
        ids.map((id) => new OnTodo(context, id)),
      ),
    );
  const eventsOf = (commandId: string) =>
    runStatements(test.url, `select type from events where command_id = '${commandId}'`);

  it('does it for each, says for how many it could not be done, and is done once', async () => {
    const ids = [];
    for (const title of ['A', 'B', 'C', 'D']) ids.push(await visitor.addTodo(home, title));
    await visitor.submit(`/todos/${ids[0]}/complete`);
    await visitor.submit(`/todos/${ids[1]}/remove`);
    const context = contextOf();
    const first = await change(context, ids, Complete);
    expect(first.changed).toBe(2);
    expect(Object.fromEntries(first.left)).toEqual({ 'so-already': 1, 'todo-in-trash': 1 });
    expect(await change(context, ids, Complete)).toMatchObject({ changed: 2, left: first.left });
    expect(await eventsOf(context.commandId)).toHaveLength(2);
  });

  it('changes nothing of another workspace, nor in a list that is in the trash', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.submit(`/lists/${home}/remove`);
    const context = contextOf();
    const { changed, left } = await change(context, [milk, uuidv7()], RemoveTodo);
    expect({ changed, ...Object.fromEntries(left) }).toEqual({
      changed: 0,
      'todo-list-in-trash': 1,
      'todo-not-found': 1,
    });
  });

  it('takes less than two seconds for a thousand', async () => {
    const posts = Array.from({ length: MANY }, (_, n) =>
      visitor.post(`/lists/${home}/todos`, { title: `Number ${n}` }),
    );
    await Promise.all(posts);
    const rows = await runStatements(
      test.url,
      `select stream_id from events where type = 'TodoAdded' and data ->> 'listId' = '${home}'`,
    );
    const ids = rows.map((row) => String(row.stream_id));
    expect(ids).toHaveLength(MANY);
    const begun = performance.now();
    const { changed } = await change(contextOf(), ids, Complete);
    process.stderr.write(`${changed} to-dos in ${Math.round(performance.now() - begun)} ms\n`);
    expect(changed).toBe(MANY);
  });
});
