import type { LabelRefusal } from './label/labels.js';
import type { ListRefusal } from './list/list.js';
import type { TodoRefusal } from './todo/todo.js';

/**
 * The reasons for which a decision refuses a command. Each completes the sentence "the command was refused
 * because …".
 */
export type Refusal = TodoRefusal | ListRefusal | LabelRefusal;

export function isRefusal(decision: object | Refusal): decision is Refusal {
  return typeof decision === 'string';
}
