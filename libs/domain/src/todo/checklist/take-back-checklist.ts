import type { Decision } from '../../decision.js';
import type { Todo, TodoEvent } from '../todo.js';
import { findItem, itemBehind, MAX_ITEMS, type ChecklistItem } from './checklist.js';
import type { ChecklistEvent } from './checklist-events.js';

/** As a to-do is now, and as it was before and after what is taken back. */
interface Taken {
  readonly todo: Todo;
  readonly event: TodoEvent;
  readonly before: Todo;
  readonly after: Todo;
}

/** An item as it is now, and as it was before and after; undefined where it is not there. */
interface TakenItem extends Omit<Taken, 'event'> {
  readonly itemId: string;
  readonly now: ChecklistItem | undefined;
  readonly was: ChecklistItem | undefined;
  readonly became: ChecklistItem | undefined;
}

const CHANGED = 'todo-changed-since';

/** How each event is taken back. What others have changed about other items stays. */
export const TAKE_BACK_CHECKLIST: Readonly<
  Record<ChecklistEvent['type'], (taken: Taken) => Decision<TodoEvent>>
> = {
  ChecklistItemAdded: ofItem(remove),
  ChecklistItemRestored: ofItem(remove),
  ChecklistItemRenamed: ofItem(renameBack),
  ChecklistItemTicked: ofItem(({ itemId, now }) => {
    if (now === undefined) return CHANGED;
    else return now.isTicked ? [{ type: 'ChecklistItemUnticked', data: { itemId } }] : [];
  }),
  ChecklistItemUnticked: ofItem(({ itemId, now }) => {
    if (now === undefined) return CHANGED;
    else return now.isTicked ? [] : [{ type: 'ChecklistItemTicked', data: { itemId } }];
  }),
  ChecklistItemMoved: ofItem(moveBack),
  ChecklistItemRemoved: ofItem(restore),
  ChecklistItemExtracted: ofItem(restore),
};

function ofItem(takeBack: (taken: TakenItem) => Decision<TodoEvent>) {
  return ({ event, ...taken }: Taken): Decision<TodoEvent> => {
    if (!('itemId' in event.data)) return [];
    const { todo, before, after } = taken;
    const { itemId } = event.data;
    const [now, was, became] = [findItem(todo, itemId), findItem(before, itemId), findItem(after, itemId)];
    return takeBack({ ...taken, itemId, now, was, became });
  };
}

function remove({ itemId, now, became }: TakenItem): Decision<TodoEvent> {
  if (now === undefined) return [];
  const isAsItWasLeft = now.text === became?.text && now.isTicked === became.isTicked;
  return isAsItWasLeft ? [{ type: 'ChecklistItemRemoved', data: { itemId } }] : CHANGED;
}

function renameBack({ itemId, now, was, became }: TakenItem): Decision<TodoEvent> {
  if (now === undefined || was === undefined) return CHANGED;
  else if (now.text === was.text) return [];
  else if (now.text !== became?.text) return CHANGED;
  else return [{ type: 'ChecklistItemRenamed', data: { itemId, text: was.text } }];
}

function moveBack({ itemId, todo, before, after }: TakenItem): Decision<TodoEvent> {
  const place = placeBefore(before, todo, itemId);
  if (findItem(todo, itemId) === undefined) return CHANGED;
  else if (itemBehind(todo.checklist, itemId) === place) return [];
  else if (!isWhereItWasLeft(todo, after, itemId)) return CHANGED;
  else return [{ type: 'ChecklistItemMoved', data: { itemId, before: place } }];
}

function restore({ itemId, todo, before, now, was }: TakenItem): Decision<TodoEvent> {
  if (now !== undefined || was === undefined) return [];
  else if (todo.itemCount >= MAX_ITEMS) return 'item-one-too-many';
  const { text, isTicked } = was;
  const data = { itemId, text, before: placeBefore(before, todo, itemId), ...(isTicked ? { isTicked } : {}) };
  return [{ type: 'ChecklistItemRestored', data }];
}

/** The first of those that stood behind it then and are still there; null if there is none. */
function placeBefore(then: Todo, todo: Todo, itemId: string): string | null {
  const index = then.checklist.findIndex(({ id }) => id === itemId);
  const behind = then.checklist.slice(index + 1);
  return behind.find(({ id }) => findItem(todo, id) !== undefined)?.id ?? null;
}

/** Whether what stands before it or behind it is what stood there then: others may have moved one of them, or taken it away. */
function isWhereItWasLeft(todo: Todo, after: Todo, itemId: string): boolean {
  const [now, then] = [neighbours(todo, itemId), neighbours(after, itemId)];
  return now.before === then.before || now.behind === then.behind;
}

function neighbours({ checklist }: Todo, itemId: string) {
  return { behind: itemBehind(checklist, itemId), before: itemBehind(checklist.toReversed(), itemId) };
}
