import { describe, it } from '@jest/globals';
import { given } from '../../../../test/support/given.js';
import { receiveTodo } from '../todo/receive-todo.js';
import { evolveTodo, type TodoEvent } from '../todo/todo.js';
import { evolveList, type List, type ListEvent, type Transfer } from './list.js';
import { receiveList, transferList } from './transfer-list.js';

/** As one of all that can happen, which the compiler would otherwise forget. */
const happened = (event: ListEvent): ListEvent => event;
const created = happened({ type: 'ListCreated', data: { name: 'Home' } });
const transfer = (as: Transfer['as']) => ({
  to: '0190f3a2-7c1b-7000-8000-000000000001',
  list: '0190f3a2-7c1b-7000-8000-000000000002',
  as,
});
const moved = happened({ type: 'ListTransferred', data: transfer('move') });

describe('a list that is transferred', () => {
  const decide = (as: Transfer['as']) => (list: List | undefined) => transferList(list, transfer(as));

  it('is moved, and in the trash then', () => {
    given(evolveList, created).when(decide('move')).then([moved]);
    given(evolveList, created, moved).when(decide('copy')).then('list-in-trash');
  });

  it('is copied as often as somebody likes', () => {
    const copied = happened({ type: 'ListTransferred', data: transfer('copy') });
    given(evolveList, created, copied).when(decide('copy')).then([copied]);
  });

  it('must be there', () => {
    given(evolveList).when(decide('move')).then('list-not-found');
  });

  it('is moved again when it was restored', () => {
    given(evolveList, created, moved, { type: 'ListRestored', data: {} }).when(decide('move')).then([moved]);
  });
});

describe('a list that is received', () => {
  it('has a name, and is new', () => {
    const receive = (name: string) => (list: List | undefined) => receiveList(list, { name, as: 'copy' });
    const received = happened({ type: 'ListReceived', data: { name: 'Home', as: 'copy' } });
    given(evolveList).when(receive(' Home ')).then([received]);
    given(evolveList, received).when(receive('Home')).then('list-exists');
    given(evolveList).when(receive(' ')).then('name-empty');
  });
});

describe('a to-do that comes with its list', () => {
  const list: List = {
    id: transfer('move').list,
    workspaceId: transfer('move').to,
    name: 'Home',
    createdAt: new Date(0),
    removedAt: null,
    version: 1,
  };
  const todo = { listId: list.id, title: 'Milk', order: 'h00000001', isDone: false };
  const { isDone: _, ...data } = todo;

  it('is as it was', () => {
    const happened = (event: TodoEvent): TodoEvent => event;
    const added = happened({ type: 'TodoAdded', data });
    given(evolveTodo)
      .when((state) => receiveTodo(state, list, todo))
      .then([added]);
    given(evolveTodo)
      .when((state) => receiveTodo(state, list, { ...todo, isDone: true }))
      .then([added, { type: 'TodoCompleted', data: {} }]);
    given(evolveTodo, added)
      .when((state) => receiveTodo(state, list, todo))
      .then('todo-exists');
  });

  it('needs a list that is there and not in the trash', () => {
    given(evolveTodo)
      .when((state) => receiveTodo(state, undefined, todo))
      .then('list-not-found');
    given(evolveTodo)
      .when((state) => receiveTodo(state, { ...list, removedAt: new Date(1) }, todo))
      .then('list-in-trash');
  });
});
