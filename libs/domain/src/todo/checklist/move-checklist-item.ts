import type { Decision } from '../../decision.js';
import type { Todo, TodoEvent } from '../todo.js';
import { onItem } from './change-checklist.js';
import { findItem, itemBehind } from './checklist.js';

/** The item to stand right before, or right behind. */
type Neighbour = { readonly up: string } | { readonly down: string };

/** Moves an item past another one: whoever does so has seen which. */
export function moveChecklistItem(
  todo: Todo | undefined,
  { itemId, ...to }: { readonly itemId: string } & Neighbour,
): Decision<TodoEvent> {
  const neighbour = 'up' in to ? to.up : to.down;
  return onItem(todo, itemId, (_, present) => {
    if (neighbour === itemId) return [];
    else if (findItem(present, neighbour) === undefined) return 'item-neighbour-gone';
    const others = present.checklist.filter(({ id }) => id !== itemId);
    const before = 'up' in to ? neighbour : itemBehind(others, neighbour);
    if (itemBehind(present.checklist, itemId) === before) return [];
    else return [{ type: 'ChecklistItemMoved', data: { itemId, before } }];
  });
}
