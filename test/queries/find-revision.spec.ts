import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEFAULT_WORKSPACE, Workspaces } from '#libs/event-store';
import { todoLists } from '#libs/projections';
import { loadConfig } from '#libs/platform';
import { PageReadModel, PageReads, ReadModel } from '#libs/read-model';
import { FindRevision, FindRevisionHandler } from '../../libs/queries/src/find-revision.js';
import { Replica } from '../../libs/read-model/src/replica/replica.js';
import { silent } from '../support/log.js';
import { withFold } from '../support/with-fold.js';
import { SecondWorkspace } from '../support/second-workspace.js';

const faulty = withFold((evolve) => (rows, recorded) => {
  if (recorded.event.type === 'TodoCompleted') throw new Error('cannot complete');
  return evolve(rows, recorded);
});

describe('the revisions that many ask for at once', () => {
  let workspaces: SecondWorkspace;
  let handler: FindRevisionHandler;
  beforeAll(async () => {
    workspaces = await SecondWorkspace.open();
    await workspaces.begin();
    const { database, url } = workspaces.projecting;
    const replica = new Replica(database, loadConfig({ DATABASE_URL: url }), silent);
    handler = new FindRevisionHandler(
      new ReadModel(database),
      new PageReadModel(database),
      new PageReads(replica),
      new Workspaces(database),
    );
  });
  afterAll(() => workspaces.close());

  const ask = (...asked: readonly (readonly [workspaceId: string, listId: string])[]) =>
    Promise.all(asked.map((one) => handler.execute(new FindRevision(...one))));

  it('are read by one statement, and each is told its own', async () => {
    const { home, id, list } = workspaces;
    await ask([DEFAULT_WORKSPACE, home.list], [id, list]); // from now on, shards are known
    const connect = jest.spyOn(workspaces.projecting.database.pool, 'connect');
    const [ours, theirs, foreign, unknown, again] = await ask(
      [DEFAULT_WORKSPACE, home.list],
      [id, list],
      [DEFAULT_WORKSPACE, list],
      [id, randomUUID()],
      [DEFAULT_WORKSPACE, home.list],
    );
    expect(connect).toHaveBeenCalledTimes(1);
    connect.mockRestore();
    expect(ours?.text).toContain('Home');
    expect(theirs?.text).toContain('Theirs');
    expect([foreign, unknown]).toEqual([undefined, undefined]);
    expect(again).toEqual(ours);
  });

  it('say of the tables of a shard whether anything in them has changed, also when no position says it', async () => {
    const { projecting, home } = workspaces;
    const tables = async () => (await ask([DEFAULT_WORKSPACE, home.list]))[0]?.tables;
    const before = await tables();
    expect(before).toBeDefined();
    expect(await tables()).toBe(before);
    await projecting.append([[home.todo, { type: 'TodoCompleted', data: {} }]]);
    await projecting.project(1, faulty);
    const parked = await tables();
    expect(parked).not.toBe(before);
    await projecting.parked.retry(todoLists);
    expect(await tables()).not.toBe(parked);
  });
});
