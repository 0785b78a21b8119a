import type { ChecklistEvent } from './checklist-events.js';
import type { ChecklistItem } from './checklist.js';

/** The events behind one that adds a to-do which comes with this item, under the id that the item has. */
export function itemEvents({ id: itemId, text, isTicked }: ChecklistItem): readonly ChecklistEvent[] {
  const ticked = { type: 'ChecklistItemTicked', data: { itemId } } as const;
  return [{ type: 'ChecklistItemAdded', data: { itemId, text } }, ...(isTicked ? [ticked] : [])];
}
