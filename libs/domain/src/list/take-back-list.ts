import type { Decision } from '../decision.js';
import { archiveList, unarchiveList } from './archive-list.js';
import type { List, ListEvent, Transfer } from './list.js';

/** What an event has changed. */
export interface ListStep {
  readonly event: ListEvent;
  readonly before: List | undefined;
  readonly after: List;
}

/**
 * See `takeBackTodo`. What an event has changed in another workspace is for whoever knows that one.
 *
 * @param since what has happened to the list after it
 */
export function takeBackList(
  list: List | undefined,
  step: ListStep,
  since: readonly ListEvent[],
): Decision<ListEvent> {
  return list === undefined ? 'list-not-found' : takeBack(list, step, since);
}

function takeBack(
  list: List,
  { event, before, after }: ListStep,
  since: readonly ListEvent[],
): Decision<ListEvent> {
  switch (event.type) {
    case 'ListCreated':
    case 'ListReceived':
      if (list.removedAt !== null) return [];
      return list.name === after.name ? [{ type: 'ListRemoved', data: {} }] : 'list-changed-since';
    case 'ListRenamed':
      return renameBack(list, before ?? after, after);
    case 'ListRemoved':
      return restore(list);
    case 'ListRestored':
      return list.removedAt !== null ? [] : [{ type: 'ListRemoved', data: {} }];
    case 'ListArchived':
      return unarchiveList(list);
    case 'ListUnarchived':
      return archiveList(list);
    case 'ListTransferred':
      if (event.data.as === 'move') return restore(list);
      return takeBackCopy(event.data, since);
    case 'ListCopyTakenBack':
      return [];
  }
}

function renameBack(list: List, before: List, after: List): Decision<ListEvent> {
  if (list.removedAt !== null) return 'list-in-trash';
  else if (list.name === before.name) return [];
  else if (list.name !== after.name) return 'list-changed-since';
  else return [{ type: 'ListRenamed', data: { name: before.name } }];
}

function restore(list: List): Decision<ListEvent> {
  return list.removedAt === null ? [] : [{ type: 'ListRestored', data: {} }];
}

/** Once, however often the list is copied: each copy is another list. */
function takeBackCopy({ to, list }: Transfer, since: readonly ListEvent[]): Decision<ListEvent> {
  const isTakenBack = since.some(({ type, data }) => type === 'ListCopyTakenBack' && data.list === list);
  return isTakenBack ? [] : [{ type: 'ListCopyTakenBack', data: { to, list } }];
}
