import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import type { Database } from '#libs/platform';
import { todoLists, verifyTables } from '#libs/projections';
import { openDatabase } from '../support/log.js';
import { ids, Projecting } from '../support/projecting.js';

const [home = '', milk = '', bread = ''] = ids(3);
const history: readonly (readonly [string, DomainEvent])[] = [
  [home, { type: 'ListCreated', data: { name: 'Home' } }],
  [milk, { type: 'TodoAdded', data: { listId: home, title: 'Milk', order: 'a0' } }],
  [bread, { type: 'TodoAdded', data: { listId: home, title: 'Bread', order: 'a1' } }],
  [milk, { type: 'TodoRenamed', data: { title: 'Oat milk' } }],
  [bread, { type: 'TodoCompleted', data: {} }],
];

describe('verifying', () => {
  let projecting: Projecting;
  let owner: Database;
  beforeAll(async () => {
    projecting = await Projecting.open();
    owner = openDatabase(projecting.url);
    await projecting.append(history);
    await projecting.project();
  });
  afterEach(async () => {
    await owner.query('truncate lists, todos, list_totals');
    await projecting.forget();
    await projecting.project();
  });
  afterAll(async () => {
    await owner.close();
    await projecting.close();
  });

  const verify = () => verifyTables(projecting.readModel, { projection: todoLists });

  /** As nobody may: with the triggers of the log switched off. */
  const forge = (statement: string, values: readonly unknown[]) =>
    projecting.asOwner([
      'alter table events disable trigger user',
      [statement, values],
      'alter table events enable trigger user',
    ]);

  it('finds nothing when the tables are what the log says', async () => {
    expect(await verify()).toEqual({ events: 5, rows: 3, found: 0, differences: [] });
  });

  it('names a row that was changed, with its column', async () => {
    await owner.query(`update todos set title = 'Gin' where id = $1`, [milk]);
    const { differences } = await verify();
    expect(differences).toEqual([
      { table: 'todos', key: milk, column: 'title', expected: 'Oat milk', found: 'Gin' },
    ]);
  });

  it('names a row that is missing, and what that makes of the totals', async () => {
    await owner.query('delete from todos where id = $1', [bread]);
    const { found, differences } = await verify();
    expect(found).toBe(2);
    expect(differences).toMatchObject([
      { table: 'todos', key: bread, column: '', expected: { title: 'Bread' }, found: undefined },
      { table: 'list_totals', key: home, column: 'done', expected: 0, found: 1 },
    ]);
  });

  it('names a row that no event has made', async () => {
    const [extra = ''] = ids(1);
    await owner.query(
      `insert into lists (id, workspace_id, name, created_at, version)
       select $1, workspace_id, 'Extra', created_at, 1 from lists`,
      [extra],
    );
    const { differences } = await verify();
    expect(differences).toMatchObject([
      { table: 'lists', key: extra, column: '', expected: undefined, found: { name: 'Extra' } },
    ]);
  });

  it('names a row under the id of a stream that has its row in another table', async () => {
    await owner.query(
      `insert into lists (id, workspace_id, name, created_at, version)
       select $1, workspace_id, 'Ghost', created_at, 1 from lists`,
      [milk],
    );
    expect((await verify()).differences).toMatchObject([
      { table: 'lists', key: milk, column: '', expected: undefined, found: { name: 'Ghost' } },
    ]);
  });

  it('counts what it does not list any more', async () => {
    const [extra = ''] = ids(1);
    await owner.query('delete from todos');
    await owner.query(
      `insert into todos (id, workspace_id, list_id, former_list_ids, title, priority, note, note_version, label_ids, sort_order, created_at, version,
                          position, changed_at, occurrences_over, checklist, item_count, ticked_count)
       select $1, workspace_id, id, '{}', 'Extra', 'none', '', 0, '{}', 'a0', created_at, 1, 1, created_at, 0, '[]', 0, 0 from lists`,
      [extra],
    );
    const { found, differences } = await verifyTables(
      projecting.readModel,
      { projection: todoLists },
      { limit: 1 },
    );
    expect(differences).toHaveLength(1);
    // Two rows that are missing, one that is too much, and both totals of the list.
    expect(found).toBe(4);
  });

  it('names totals that are wrong', async () => {
    await owner.query('update list_totals set open = 7');
    expect((await verify()).differences).toEqual([
      { table: 'list_totals', key: home, column: 'open', expected: 1, found: 7 },
    ]);
  });

  it('finds an event that was changed', async () => {
    await forge(`update events set data = '{"title": "Gin"}' where stream_id = $1 and version = 2`, [milk]);
    const { differences } = await verify();
    await forge(`update events set data = '{"title": "Oat milk"}' where stream_id = $1 and version = 2`, [
      milk,
    ]);
    expect(differences).toMatchObject([{ table: 'todos', key: milk, column: 'title', expected: 'Gin' }]);
  });

  it('finds an event that is missing, at the end of a stream or within it', async () => {
    await projecting.append([[milk, { type: 'TodoCompleted', data: {} }]]);
    await projecting.project();
    await forge('delete from events where stream_id = $1 and version = 2', [milk]);
    expect((await verify()).differences).toContainEqual({
      table: 'events',
      key: milk,
      column: 'version',
      expected: 2,
      found: 3,
    });
    await forge('delete from events where stream_id = $1 and version = 2', [bread]);
    expect((await verify()).differences).toContainEqual({
      table: 'todos',
      key: bread,
      column: 'version',
      expected: 1,
      found: 2,
    });
  });
});
