import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { evolveList, type List, type ListEvent } from '../list/list.js';
import { takeBackTodo } from './take-back-todo.js';
import { evolveTodo, type Todo, type TodoEvent } from './todo.js';

const [home, garden] = ['0190f3a2-7c1b-7000-8000-000000000001', '0190f3a2-7c1b-7000-8000-000000000002'];

const added: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Milk', order: 'a1' } };
const renamed = (title: string): TodoEvent => ({ type: 'TodoRenamed', data: { title } });
const completed: TodoEvent = { type: 'TodoCompleted', data: {} };
const reopened: TodoEvent = { type: 'TodoReopened', data: {} };
const moved = (listId: string, order: string): TodoEvent => ({ type: 'TodoMoved', data: { listId, order } });
const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
const restored: TodoEvent = { type: 'TodoRestored', data: {} };

const due = (dueOn: string): TodoEvent => ({ type: 'TodoScheduled', data: { dueOn } });
const dueAtSix: TodoEvent = {
  type: 'TodoScheduled',
  data: { dueOn: '2026-12-01', dueTime: '18:00', zone: 'Europe/Berlin' },
};
const notDue: TodoEvent = { type: 'TodoUnscheduled', data: {} };

const created: ListEvent = { type: 'ListCreated', data: { name: 'Home' } };
const list = stateAfter(evolveList, created) as List;
const inTrash = stateAfter(evolveList, created, { type: 'ListRemoved', data: {} }) as List;

/** Takes back what the event with this number did; the first one is 0. */
function takeBack(
  history: readonly TodoEvent[],
  index: number,
  lists: { here?: List; there?: List | undefined } = {},
) {
  const event = history[index] as TodoEvent;
  const before = stateAfter(evolveTodo, ...history.slice(0, index));
  const after = stateAfter(evolveTodo, ...history.slice(0, index + 1)) as Todo;
  const { here = list } = lists;
  const there = 'there' in lists ? lists.there : here;
  return given(evolveTodo, ...history).when((todo) =>
    takeBackTodo(todo, { event, before, after }, { here, there }),
  );
}

describe('taking back what happened to a to-do', () => {
  it.each<[string, readonly TodoEvent[], TodoEvent]>([
    ['that it was added', [added], removed],
    ['that it was renamed', [added, renamed('Rice')], renamed('Milk')],
    ['that it was completed', [added, completed], reopened],
    ['that it was moved to another list', [added, moved(garden, 'a7')], moved(home, 'a1')],
    ['that it was moved within its list', [added, moved(home, 'a7')], moved(home, 'a1')],
    ['that it was removed', [added, removed], restored],
    ['that it is due', [added, due('2026-12-01')], notDue],
    ['that it is due on another day', [added, dueAtSix, due('2026-12-01')], dueAtSix],
    ['that it is not due any more', [added, dueAtSix, notDue], dueAtSix],
    ['that it was restored', [added, removed, restored], removed],
  ])('records the opposite of this: %s', (_, history, expected) => {
    takeBack(history, history.length - 1).then([expected]);
  });

  it('completes it as of the moment at which it was completed', () => {
    const at = new Date(1_000).toISOString();
    takeBack([added, completed, reopened], 2).then([{ type: 'TodoCompletedBefore', data: { at } }]);
  });

  it.each<[string, readonly TodoEvent[], number]>([
    ['a new title', [added, renamed('Rice')], 0],
    ['having been completed', [added, completed], 0],
    ['another list', [added, moved(garden, 'a7')], 0],
    ['another new title', [added, renamed('Rice'), renamed('Salt')], 1],
    ['being completed once more', [added, completed, reopened, completed], 1],
    ['being due', [added, due('2026-12-01')], 0],
    ['being due on another day', [added, due('2026-12-01'), due('2026-12-02')], 1],
    ['another place', [added, moved(home, 'a7'), moved(home, 'a9')], 1],
  ])('is refused when others would lose %s by it', (_, history, index) => {
    takeBack(history, index).then('todo-changed-since');
  });

  it('leaves alone what others have changed of something else', () => {
    takeBack([added, renamed('Rice'), completed, moved(garden, 'a7')], 1).then([renamed('Milk')]);
    takeBack([added, completed, renamed('Rice')], 1).then([reopened]);
    takeBack([added, moved(home, 'a7')], 0).then([removed]);
  });

  it.each<[string, readonly TodoEvent[], number]>([
    ['added', [added, removed], 0],
    ['renamed', [added, renamed('Rice'), renamed('Milk')], 1],
    ['completed', [added, completed, reopened], 1],
    ['reopened', [added, completed, reopened, completed], 2],
    ['moved', [added, moved(home, 'a7'), moved(home, 'a1')], 1],
    ['removed', [added, removed, restored], 1],
    ['restored', [added, removed, restored, removed], 2],
    ['scheduled', [added, due('2026-12-01'), notDue], 1],
    ['unscheduled', [added, dueAtSix, notDue, dueAtSix], 2],
    ['renumbered', [added, { type: 'TodoRenumbered', data: { order: 'a0' } }], 1],
  ])('changes nothing when it is so already: %s', (_, history, index) => takeBack(history, index).then([]));

  it('is refused in the trash, but for what brought it there or out of it', () => {
    takeBack([added, renamed('Rice'), removed], 1).then('todo-in-trash');
    takeBack([added, removed], 1).then([restored]);
  });

  it('is refused where nobody would see it: in a list that is in the trash, or is not there', () => {
    takeBack([added, completed], 1, { here: inTrash }).then('todo-list-in-trash');
    takeBack([added, removed], 1, { here: inTrash }).then('todo-list-in-trash');
    takeBack([added, moved(garden, 'a7')], 1, { there: inTrash }).then('list-before-in-trash');
    takeBack([added, moved(garden, 'a7')], 1, { there: undefined }).then('list-not-found');
  });

  it('is refused when there is no to-do', () => {
    const after = stateAfter(evolveTodo, added) as Todo;
    const step = { event: added, before: undefined, after };
    expect(takeBackTodo(undefined, step, { here: list, there: list })).toBe('todo-not-found');
  });
});
