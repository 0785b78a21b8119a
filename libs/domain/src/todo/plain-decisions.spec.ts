import { describe, it } from '@jest/globals';
import { given } from '../../../../test/support/given.js';
import { PLAIN_TODO_DECISIONS } from './plain-decisions.js';
import { evolveTodo, type TodoEvent } from './todo.js';

const home = '0190f3a2-7c1b-7000-8000-000000000001';

const added: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Buy milk' } };
const completed: TodoEvent = { type: 'TodoCompleted', data: {} };
const reopened: TodoEvent = { type: 'TodoReopened', data: {} };
const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
const weekly: TodoEvent = {
  type: 'TodoRecurrenceSet',
  data: {
    every: 1,
    unit: 'week',
    weekdays: [],
    on: 'day',
    from: 'due',
    until: null,
    times: null,
    start: '2026-11-27',
    occurrence: '2026-11-27',
    occurrencesOver: 0,
  },
};
const todo = (history: TodoEvent[], ...then: TodoEvent[]) => given(evolveTodo, ...history, ...then);

/** What each decision records, and a history after which it does. */
const RECORDED: Readonly<
  Record<keyof typeof PLAIN_TODO_DECISIONS, { after: TodoEvent[]; event: TodoEvent }>
> = {
  reopen: { after: [added, completed], event: reopened },
  'stop-repeating': { after: [added, weekly], event: { type: 'TodoRecurrenceEnded', data: {} } },
};

describe.each(Object.entries(RECORDED))('the decision to %s a to-do', (word, { after, event }) => {
  const decide = PLAIN_TODO_DECISIONS[word as keyof typeof PLAIN_TODO_DECISIONS];

  it('records it', () => todo(after).when(decide).then([event]));
  it('records it once when it is made twice', () => todo(after, event).when(decide).then([]));
  it('is refused in the trash', () => todo(after, removed).when(decide).then('todo-in-trash'));
  it('is refused when there is none', () => todo([]).when(decide).then('todo-not-found'));
});
