import type { Decision } from '../decision.js';
import type { List, ListEvent } from './list.js';

/** Puts a list away that nobody needs to see every day. It stays as it is, and its to-dos can still be changed. */
export function archiveList(list: List | undefined): Decision<ListEvent> {
  return onKept(list, ({ archivedAt }) => archivedAt !== null, { type: 'ListArchived', data: {} });
}

export function unarchiveList(list: List | undefined): Decision<ListEvent> {
  return onKept(list, ({ archivedAt }) => archivedAt === null, { type: 'ListUnarchived', data: {} });
}

function onKept(
  list: List | undefined,
  isAlreadySo: (list: List) => boolean,
  event: ListEvent,
): Decision<ListEvent> {
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'list-in-trash';
  else if (isAlreadySo(list)) return [];
  else return [event];
}
