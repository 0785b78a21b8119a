import type { Decision } from '../decision.js';
import type { List } from './list.js';
import type { ListEvent } from './list-events.js';

export function restoreList(list: List | undefined): Decision<ListEvent> {
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt === null) return [];
  else return [{ type: 'ListRestored', data: {} }];
}
