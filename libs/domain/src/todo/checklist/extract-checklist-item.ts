import type { Decision } from '../../decision.js';
import { isRefusal } from '../../refusal.js';
import { addTodo } from '../add-todo.js';
import type { List } from '../../list/list.js';
import type { Todo, TodoEvent } from '../todo.js';
import { onItem } from './change-checklist.js';
import { findItem } from './checklist.js';

interface Extraction {
  readonly itemId: string;
  /** The to-do that is made of it. */
  readonly todoId: string;
  /** The list that it is to be in: that of the to-do, on the page that somebody looked at. */
  readonly listId: string;
  /** Its place there. Undefined when there is none any more. */
  readonly order: string | undefined;
}

/** Takes an item out of its to-do, to make one of it. */
export function extractChecklistItem(
  todo: Todo | undefined,
  { itemId, todoId, listId, order }: Extraction,
): Decision<TodoEvent> {
  return onItem(todo, itemId, (_, { listId: present }) => {
    if (present !== listId) return 'todo-moved-away';
    else if (order === undefined) return 'todo-neighbour-gone';
    else return [{ type: 'ChecklistItemExtracted', data: { itemId, todoId } }];
  });
}

/**
 * Begins the to-do that is made of an item of another one. It is refused whenever taking the item out is: both are done, or neither.
 *
 * @param from the to-do that has the item
 */
export function addExtractedTodo(
  todo: Todo | undefined,
  { from, list }: { readonly from: Todo | undefined; readonly list: List | undefined },
  extraction: Extraction,
): Decision<TodoEvent> {
  const { itemId, listId, order } = extraction;
  const extracted = extractChecklistItem(from, extraction);
  const item = from && findItem(from, itemId);
  if (isRefusal(extracted)) return extracted;
  else if (item === undefined) return 'item-gone';
  const added = addTodo(todo, list, { listId, title: item.text });
  if (isRefusal(added)) return added;
  return [
    { type: 'TodoAdded', data: { listId, title: item.text, ...(order === undefined ? {} : { order }) } },
  ];
}
