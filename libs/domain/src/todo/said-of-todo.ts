import type { Due } from './due.js';
import type { Priority } from './priority.js';
import type { Recurring } from './recurrence.js';
import { repeating } from './repeat-todo.js';
import { scheduling } from './schedule-todo.js';
import type { TodoEvent } from './todo.js';

/** What is known of a to-do from its first moment, besides its title. */
export interface SaidOfTodo extends Due, Recurring {
  readonly priority: Priority;
}

/** The events behind the one that adds it: none for what nobody has said anything about. */
export function sayingOf(said: SaidOfTodo): readonly TodoEvent[] {
  const { priority, dueOn, recurrence } = said;
  return [
    ...(priority === 'none' ? [] : [{ type: 'TodoPrioritised', data: { priority } } as const]),
    ...(dueOn === null ? [] : [scheduling(said)]),
    ...(recurrence === null ? [] : [repeating(said)]),
  ];
}
