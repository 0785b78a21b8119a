import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { prioritiseTodo } from './prioritise-todo.js';
import { evolveTodo, type TodoEvent } from './todo.js';

const home = '0190f3a2-7c1b-7000-8000-000000000001';
const added: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Buy milk' } };
const high: TodoEvent = { type: 'TodoPrioritised', data: { priority: 'high' } };
const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);

const prioritise = (priority: string, from?: string) => (state: Parameters<typeof prioritiseTodo>[0]) =>
  prioritiseTodo(state, { priority, from });

describe('giving a to-do a priority', () => {
  it('records it', () => todo(added).when(prioritise('high', 'none')).then([high]));
  it('takes it away', () =>
    todo(added, high)
      .when(prioritise('none', 'high'))
      .then([{ type: 'TodoPrioritised', data: { priority: 'none' } }]));
  it('that it has records nothing, whatever it was chosen from', () =>
    todo(added, high).when(prioritise('high', 'none')).then([]));
  it.each(['', 'urgent', 'High', 'constructor'])(
    'is refused when there is no such priority: %j',
    (priority) => todo(added).when(prioritise(priority, 'none')).then('priority-unknown'),
  );
  it('is refused when somebody else has given it another one meanwhile', () =>
    todo(added, high).when(prioritise('low', 'none')).then('priority-changed'));
  it('is refused when nobody says from which one it was chosen', () =>
    todo(added).when(prioritise('low')).then('priority-changed'));
  it('is refused in the trash', () =>
    todo(added, removed).when(prioritise('low', 'none')).then('todo-in-trash'));
  it('is refused when there is none', () => todo().when(prioritise('low', 'none')).then('todo-not-found'));
});

describe('the priority of a to-do', () => {
  it('is none until somebody gives it one', () => {
    expect(stateAfter(evolveTodo, added)?.priority).toBe('none');
    expect(stateAfter(evolveTodo, added, high)?.priority).toBe('high');
  });
});
