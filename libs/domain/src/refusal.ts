import type { TextProblem } from './text.js';

/**
 * The reasons for which a decision refuses a command. Each completes the sentence "the command was refused
 * because …".
 */
export type Refusal =
  | `title-${TextProblem}`
  | `name-${TextProblem}`
  | 'todo-exists'
  | 'todo-not-found'
  | 'todo-in-trash'
  | 'list-exists'
  | 'list-not-found'
  | 'list-in-trash';

export function isRefusal(decision: readonly object[] | Refusal): decision is Refusal {
  return typeof decision === 'string';
}
