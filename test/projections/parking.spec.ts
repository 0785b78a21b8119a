import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import { todoLists, type Projection } from '#libs/projections';
import { withFold } from '../support/with-fold.js';
import { ids, Projecting } from '../support/projecting.js';

const [home = '', milk = '', bread = ''] = ids(3);
const created: DomainEvent = { type: 'ListCreated', data: { name: 'Home' } };
const added = (title: string): DomainEvent => ({
  type: 'TodoAdded',
  data: { listId: home, title, order: 'a0' },
});
const completed: DomainEvent = { type: 'TodoCompleted', data: {} };
const renamed: DomainEvent = { type: 'TodoRenamed', data: { title: 'Oat milk' } };

/** todo-lists as a version with a fault would fold it: it cannot rename. */
const faulty: Projection = withFold((evolve) => (rows, recorded) => {
  if (recorded.event.type === 'TodoRenamed') throw new Error('cannot rename');
  return evolve(rows, recorded);
});

describe('an event that cannot be folded', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([
      [home, created],
      [milk, added('Milk')],
      [bread, added('Bread')],
      [milk, renamed],
      [bread, completed],
      [milk, completed],
    ]);
  });
  beforeEach(() => projecting.forget());
  afterAll(() => projecting.close());

  it.each([1, 2, 1_000])('parks its stream and no other, in batches of %d', async (batch) => {
    await projecting.project(batch, faulty);
    const { todos, totals, parked } = await projecting.rows();
    expect(parked).toEqual([{ streamId: milk, eventType: 'TodoRenamed', error: 'cannot rename' }]);
    expect(todos).toMatchObject([
      { id: milk, title: 'Milk', completed: false, version: 1 },
      { id: bread, title: 'Bread', completed: true, version: 2 },
    ]);
    expect(totals).toEqual([{ listId: home, open: 1, done: 1 }]);
  });

  it('stays parked while the fault is there', async () => {
    await projecting.project(1_000, faulty);
    expect(await projecting.parked.retry(faulty)).toEqual({ folded: 0, parked: 1 });
    expect((await projecting.rows()).parked).toHaveLength(1);
  });

  it('is folded with all that waited behind it once the fault is mended', async () => {
    await projecting.project(1_000, faulty);
    expect(await projecting.parked.retry(todoLists)).toEqual({ folded: 1, parked: 0 });
    const mended = await projecting.rows();
    await projecting.forget();
    await projecting.project();
    expect(mended).toEqual(await projecting.rows());
    expect(mended.todos).toMatchObject([
      { id: milk, title: 'Oat milk', completed: true, version: 3 },
      { id: bread },
    ]);
  });

  it('of a type that nobody knows is parked as well', async () => {
    const [strange = ''] = ids(1);
    const unknown = { type: 'TodoSnoozed', schemaVersion: 1, data: {} };
    // A version of the app that is not ours has written this.
    await projecting.append([[strange, added('Strange')]]);
    await projecting.appendUnchecked(strange, unknown);
    await projecting.project();
    expect((await projecting.rows()).parked).toEqual([
      { streamId: strange, eventType: 'TodoSnoozed', error: 'Unknown event type TodoSnoozed' },
    ]);
  });
});
