import { describe, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { evolveList } from '../list/list.js';
import type { ListEvent } from '../list/list.js';
import { moveTodo } from './move-todo.js';
import { renumberTodo } from './renumber-todo.js';
import { evolveTodo } from './todo.js';
import type { TodoEvent } from './todo.js';

const home = '0190f3a2-7c1b-7000-8000-000000000001';
const garden = '0190f3a2-7c1b-7000-8000-000000000002';

const created: ListEvent = { type: 'ListCreated', data: { name: 'Home' } };
const list = stateAfter(evolveList, created);
const removedList = stateAfter(evolveList, created, { type: 'ListRemoved', data: {} });

const added: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Buy milk' } };
const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
const moved: TodoEvent = { type: 'TodoMoved', data: { listId: home, order: 'a1' } };
const inGarden: TodoEvent = { type: 'TodoMoved', data: { listId: garden, order: 'a1' } };
const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);

describe('moving a to-do', () => {
  const move =
    (order: string, to: typeof list | undefined = list) =>
    (state: Parameters<typeof moveTodo>[0]) =>
      moveTodo(state, to, { listId: home, order });

  it('records the new place', () =>
    todo(added)
      .when(move('a1'))
      .then([{ type: 'TodoMoved', data: { listId: home, order: 'a1' } }]));
  it('to the place it has records nothing', () => todo(added, moved).when(move('a1')).then([]));
  it('is refused in a list in the trash', () =>
    todo(added).when(move('a1', removedList)).then('list-in-trash'));
  it('is refused into another list that is in the trash', () =>
    todo(added)
      .when((state) => moveTodo(state, removedList, { listId: garden, order: 'a1' }))
      .then('list-chosen-in-trash'));
  it('is refused when the to-do that it was to stand beside has gone', () =>
    todo(added)
      .when((state) => moveTodo(state, list, { listId: home, order: undefined }))
      .then('todo-neighbour-gone'));
  it('is refused when somebody else has moved it to another list', () =>
    todo(added, inGarden)
      .when((state) => moveTodo(state, list, { listId: home, order: 'a1', from: home }))
      .then('todo-moved-away'));
  it('records nothing when somebody else has moved it to that list', () =>
    todo(added, inGarden)
      .when((state) => moveTodo(state, list, { listId: garden, order: 'a2', from: home }))
      .then([]));
  it('is refused into a list that does not exist', () =>
    todo(added)
      .when((state) => moveTodo(state, undefined, { listId: garden, order: 'a1' }))
      .then('list-not-found'));
  it('is refused in the trash', () => todo(added, removed).when(move('a1')).then('todo-in-trash'));
  it('is refused when there is none', () => todo().when(move('a1')).then('todo-not-found'));
});

describe('renumbering a to-do', () => {
  const renumber =
    (order: string, listId = home) =>
    (state: Parameters<typeof renumberTodo>[0]) =>
      renumberTodo(state, { listId, order });

  it('records the new order', () =>
    todo(added)
      .when(renumber('b0'))
      .then([{ type: 'TodoRenumbered', data: { order: 'b0' } }]));
  it('to the order it has records nothing', () => todo(added, moved).when(renumber('a1')).then([]));
  it('records nothing when it is elsewhere by now', () => todo(added).when(renumber('b0', garden)).then([]));
  it('records nothing in the trash', () => todo(added, removed).when(renumber('b0')).then([]));
  it('records nothing when there is none', () => todo().when(renumber('b0')).then([]));
});
