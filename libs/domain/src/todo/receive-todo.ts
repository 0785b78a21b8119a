import type { Decision } from '../decision.js';
import type { List } from '../list/list.js';
import type { ChecklistItem } from './checklist/checklist.js';
import { itemEvents } from './checklist/item-events.js';
import { sayingOf, type SaidOfTodo } from './said-of-todo.js';
import type { Todo, TodoEvent } from './todo.js';

export interface ReceivedTodo extends SaidOfTodo {
  readonly listId: string;
  readonly title: string;
  readonly note: string;
  /** Where it stood in the list that it comes from. */
  readonly order: string;
  /** The labels that it has, of the workspace that it comes to. */
  readonly labelIds: readonly string[];
  /** When it was completed there; null while it is open. */
  readonly completedAt: Date | null;
  readonly checklist: readonly ChecklistItem[];
}

/** A to-do that comes with its list from another workspace, as it was there. */
export function receiveTodo(
  todo: Todo | undefined,
  list: List | undefined,
  received: ReceivedTodo,
): Decision<TodoEvent> {
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'list-in-trash';
  else if (todo !== undefined) return 'todo-exists';
  const { listId, title, note, order, completedAt, checklist, labelIds } = received;
  return [
    { type: 'TodoAdded', data: { listId, title, order } },
    ...(note === '' ? [] : [{ type: 'TodoNoted', data: { note } } as const]),
    ...sayingOf(received),
    ...labelIds.map((labelId) => ({ type: 'TodoLabelled', data: { labelId } }) as const),
    // Under the ids that the items had: nobody looks for them but in their to-do.
    ...checklist.flatMap(itemEvents),
    ...completedBefore(completedAt),
  ];
}

function completedBefore(at: Date | null): readonly TodoEvent[] {
  return at === null ? [] : [{ type: 'TodoCompletedBefore', data: { at: at.toISOString() } }];
}
