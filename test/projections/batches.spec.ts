import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DomainEvent } from '#libs/domain';
import { CatchUp, todoLists, type Projection } from '#libs/projections';
import { SHARD } from '../support/log.js';
import { ids, Projecting, type History } from '../support/projecting.js';

const lists = ids(3);
const todos = ids(6);

/** Any change of a to-do but its beginning. */
const change: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc.constant<DomainEvent>({ type: 'TodoCompleted', data: {} }),
  fc.constant<DomainEvent>({ type: 'TodoReopened', data: {} }),
  fc.constant<DomainEvent>({ type: 'TodoRemoved', data: {} }),
  fc.constant<DomainEvent>({ type: 'TodoRestored', data: {} }),
  fc.record({
    type: fc.constant('TodoRenamed' as const),
    data: fc.record({ title: fc.string({ minLength: 1 }).filter((title) => !title.includes('\0')) }),
  }),
  fc.record({
    type: fc.constant('TodoMoved' as const),
    data: fc.record({ listId: fc.constantFrom(...lists), order: fc.constantFrom('a0', 'a1', 'a1V', 'b00') }),
  }),
);

/** Histories of a few to-dos in a few lists; each to-do begins when it is first named. */
const history: fc.Arbitrary<History> = fc
  .array(fc.tuple(fc.constantFrom(...todos), change), { maxLength: 40 })
  .map((changes) => {
    const begun = new Set<string>();
    return changes.flatMap(([todoId, event]): History => {
      if (begun.has(todoId)) return [[todoId, event]];
      begun.add(todoId);
      const added: DomainEvent = {
        type: 'TodoAdded',
        data: { listId: lists[0] ?? '', title: todoId, order: 'a0' },
      };
      return [
        [todoId, added],
        [todoId, event],
      ];
    });
  });

describe('folding in batches', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append(lists.map((id) => [id, { type: 'ListCreated', data: { name: id } }]));
  });
  afterAll(() => projecting.close());

  it('gives the same rows whatever the size of a batch, and in one batch as event by event', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 2, max: 50 }), async (events, size) => {
        // Streams of this run only: the log keeps those of the others.
        const own = new Map(todos.map((id) => [id, ids(1)[0] ?? id]));
        await projecting.append(events.map(([id, event]) => [own.get(id) ?? id, event]));
        const results = [];
        for (const batch of [1, size, 1_000]) {
          await projecting.forget();
          await projecting.project(batch);
          results.push(await projecting.rows());
        }
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
        runs += 1;
      }),
      { numRuns: 12 },
    );
    expect(runs).toBe(12);
  });

  it('counts what the to-dos make up', async () => {
    await projecting.forget();
    await projecting.project(7);
    const counted = await projecting.database.query(`
      select t.list_id as "listId", count(*) filter (where completed_at is null)::int as open,
             count(*) filter (where completed_at is not null)::int as done
      from todos t where removed_at is null group by t.list_id order by t.list_id`);
    expect((await projecting.rows()).totals).toEqual(counted);
  });

  it('takes each event once when two workers are at it', async () => {
    await projecting.forget();
    const other = new CatchUp(projecting.readModel);
    await Promise.all(
      [projecting.catchUp, other].flatMap((catchUp) =>
        Array.from({ length: 40 }, () => catchUp.catchUp({ projection: todoLists }, SHARD, 3)),
      ),
    );
    await projecting.project();
    const together = await projecting.rows();
    await projecting.forget();
    await projecting.project();
    expect(together).toEqual(await projecting.rows());
  });

  it('changes nothing when a batch fails half-way: rows and checkpoint move together', async () => {
    await projecting.forget();
    // The lists and the first to-do: one more event might take it out of the sums again.
    const batch = lists.length + 1;
    await expect(projecting.catchUp.catchUp({ projection: failing }, SHARD, batch)).rejects.toThrow(
      '"not_there" does not exist',
    );
    expect(await projecting.rows()).toEqual({ lists: [], todos: [], totals: [], parked: [] });
    await projecting.project(5);
    const rows = await projecting.rows();
    await projecting.forget();
    await projecting.project();
    expect(rows).toEqual(await projecting.rows());
  });
});

/** One more table to count in, which is not there: it is written last. */
const failing: Projection = {
  ...todoLists,
  summaries: todoLists.summaries.flatMap((summary) => [
    summary,
    { ...summary, table: { ...summary.table, name: 'not_there' } },
  ]),
};
