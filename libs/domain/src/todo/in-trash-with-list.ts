import type { List } from '../list/list.js';
import type { Todo } from './todo.js';

/**
 * Whether a to-do lies in the trash because its list does. It stays as it is until the list is restored: nobody sees what is
 * changed there. One that went to the trash by itself is not meant.
 */
export function isInTrashWithList(todo: Todo | undefined, list: List | undefined): boolean {
  if (todo === undefined || list === undefined) return false;
  else return todo.removedAt === null && list.removedAt !== null;
}
