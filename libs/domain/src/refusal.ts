import type { TextProblem } from './text.js';

/**
 * The reasons for which a decision refuses a command. Each completes the sentence "the command was refused
 * because …".
 */
export type Refusal =
  | `title-${TextProblem}`
  | `name-${TextProblem}`
  | 'title-changed'
  | 'name-changed'
  | 'todo-exists'
  | 'todo-not-found'
  | 'todo-in-trash'
  | 'todo-list-in-trash'
  | 'todo-moved-away'
  | 'todo-neighbour-gone'
  | 'list-exists'
  | 'list-not-found'
  | 'list-in-trash'
  | 'list-chosen-in-trash';

export function isRefusal(decision: readonly object[] | Refusal): decision is Refusal {
  return typeof decision === 'string';
}
