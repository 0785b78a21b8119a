import type { Decision } from '../decision.js';
import type { Todo, TodoEvent } from './todo.js';

/**
 * The decisions that depend on nothing but the to-do and change one thing about it, by their names in URLs. Each is a
 * command and a route as well.
 */
export const PLAIN_TODO_DECISIONS = {
  reopen: recordUnless(({ completedAt }) => completedAt === null, { type: 'TodoReopened', data: {} }),
  'stop-repeating': recordUnless(({ recurrence }) => recurrence === null, {
    type: 'TodoRecurrenceEnded',
    data: {},
  }),
};

function recordUnless(isAlreadySo: (todo: Todo) => boolean, event: TodoEvent) {
  return (todo: Todo | undefined): Decision<TodoEvent> => {
    if (todo === undefined) return 'todo-not-found';
    else if (todo.removedAt !== null) return 'todo-in-trash';
    else if (isAlreadySo(todo)) return [];
    else return [event];
  };
}
