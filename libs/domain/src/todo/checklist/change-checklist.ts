import type { Decision } from '../../decision.js';
import { parseText } from '../../text.js';
import type { Todo, TodoEvent } from '../todo.js';
import { findItem, MAX_ITEMS, type ChecklistItem } from './checklist.js';

interface OfItem {
  readonly itemId: string;
}

/** Behind the items that there are. */
export function addChecklistItem(
  todo: Todo | undefined,
  { itemId, item }: OfItem & { readonly item: string },
): Decision<TodoEvent> {
  const parsed = parseText(item);
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (!parsed.ok) return `item-${parsed.problem}`;
  else if (findItem(todo, itemId) !== undefined) return [];
  else if (todo.itemCount >= MAX_ITEMS) return 'item-one-too-many';
  else return [{ type: 'ChecklistItemAdded', data: { itemId, text: parsed.text } }];
}

/** `from` is the text that the new one was made from: somebody else may have given it another one meanwhile. */
export function renameChecklistItem(
  todo: Todo | undefined,
  { itemId, item, from }: OfItem & { readonly item: string; readonly from?: string | undefined },
): Decision<TodoEvent> {
  const parsed = parseText(item);
  return onItem(todo, itemId, ({ text }) => {
    if (!parsed.ok) return `item-${parsed.problem}`;
    else if (parsed.text === text) return [];
    else if (from !== text) return 'item-changed';
    else return [{ type: 'ChecklistItemRenamed', data: { itemId, text: parsed.text } }];
  });
}

export function tickChecklistItem(todo: Todo | undefined, { itemId }: OfItem): Decision<TodoEvent> {
  return onItem(todo, itemId, ({ isTicked }) =>
    isTicked ? [] : [{ type: 'ChecklistItemTicked', data: { itemId } }],
  );
}

export function untickChecklistItem(todo: Todo | undefined, { itemId }: OfItem): Decision<TodoEvent> {
  return onItem(todo, itemId, ({ isTicked }) =>
    isTicked ? [{ type: 'ChecklistItemUnticked', data: { itemId } }] : [],
  );
}

/** One that is gone already is what was asked for. */
export function removeChecklistItem(todo: Todo | undefined, { itemId }: OfItem): Decision<TodoEvent> {
  const decision = onItem(todo, itemId, () => [{ type: 'ChecklistItemRemoved', data: { itemId } }]);
  return decision === 'item-gone' ? [] : decision;
}

/** Decides about one item of a to-do that can be changed. */
export function onItem(
  todo: Todo | undefined,
  itemId: string,
  decide: (item: ChecklistItem, todo: Todo) => Decision<TodoEvent>,
): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  const item = findItem(todo, itemId);
  return item === undefined ? 'item-gone' : decide(item, todo);
}
