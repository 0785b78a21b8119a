import type { Decision } from '../decision.js';
import type { List, ListEvent } from './list.js';

export function restoreList(list: List | undefined): Decision<ListEvent> {
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt === null) return [];
  else return [{ type: 'ListRestored', data: {} }];
}
