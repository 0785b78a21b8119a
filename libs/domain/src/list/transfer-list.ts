import type { Decision } from '../decision.js';
import { parseText } from '../text.js';
import type { List, ListEvent, Transfer } from './list.js';

/** In the workspace where the list is: a move puts it into the trash there. */
export function transferList(list: List | undefined, transfer: Transfer): Decision<ListEvent> {
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'list-in-trash';
  else return [{ type: 'ListTransferred', data: transfer }];
}

/** In the workspace where it comes to, as a new list. */
export function receiveList(
  list: List | undefined,
  { name, as }: { readonly name: string; readonly as: Transfer['as'] },
): Decision<ListEvent> {
  const parsed = parseText(name);
  if (list !== undefined) return 'list-exists';
  else if (!parsed.ok) return `name-${parsed.problem}`;
  else return [{ type: 'ListReceived', data: { name: parsed.text, as } }];
}
