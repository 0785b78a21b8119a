import { boolean, nullable, optional, text, uuid } from '../../codec.js';
import { event, type EventOf } from '../../event-codec.js';
import { withItems, type ChecklistItem, type WithChecklist } from './checklist.js';

/**
 * What happens to the items of a to-do. All of them are in one stream, so that the place of an item is said by the one that it stands
 * before, and needs no key.
 */
export const CHECKLIST_EVENTS = {
  // Behind all others.
  ChecklistItemAdded: event({ itemId: uuid, text }),
  ChecklistItemRenamed: event({ itemId: uuid, text }),
  ChecklistItemTicked: event({ itemId: uuid }),
  ChecklistItemUnticked: event({ itemId: uuid }),
  // Null: behind all others.
  ChecklistItemMoved: event({ itemId: uuid, before: nullable(uuid) }),
  ChecklistItemRemoved: event({ itemId: uuid }),
  // What was removed is back: as it was, and where it was.
  ChecklistItemRestored: event({ itemId: uuid, text, isTicked: optional(boolean), before: nullable(uuid) }),
  // It has become a to-do.
  ChecklistItemExtracted: event({ itemId: uuid, todoId: uuid }),
};

export type ChecklistEvent = EventOf<typeof CHECKLIST_EVENTS>;

export function isChecklistEvent(event: { readonly type: string }): event is ChecklistEvent {
  return Object.hasOwn(CHECKLIST_EVENTS, event.type);
}

/** What one of them changes. What is about an item that is not there changes nothing. */
export function changedChecklist({ checklist }: WithChecklist, event: ChecklistEvent): WithChecklist {
  const { itemId: id } = event.data;
  const others = checklist.filter((item) => item.id !== id);
  switch (event.type) {
    case 'ChecklistItemAdded':
      return withItems([...others, { id, text: event.data.text, isTicked: false }]);
    case 'ChecklistItemRestored': {
      const { before, isTicked = false } = event.data;
      return withItems(placed(others, { id, text: event.data.text, isTicked }, before));
    }
    case 'ChecklistItemRenamed':
      return withItems(changedItem(checklist, id, { text: event.data.text }));
    case 'ChecklistItemTicked':
      return withItems(changedItem(checklist, id, { isTicked: true }));
    case 'ChecklistItemUnticked':
      return withItems(changedItem(checklist, id, { isTicked: false }));
    case 'ChecklistItemMoved': {
      const item = checklist.find((each) => each.id === id);
      return withItems(item === undefined ? checklist : placed(others, item, event.data.before));
    }
    case 'ChecklistItemRemoved':
    case 'ChecklistItemExtracted':
      return withItems(others);
  }
}

function changedItem(checklist: readonly ChecklistItem[], id: string, change: Partial<ChecklistItem>) {
  return checklist.map((item) => (item.id === id ? { ...item, ...change } : item));
}

/** Behind all others as well when the one to stand before is not there. */
function placed(others: readonly ChecklistItem[], item: ChecklistItem, before: string | null) {
  const index = others.findIndex(({ id }) => id === before);
  return index < 0 ? [...others, item] : others.toSpliced(index, 0, item);
}
