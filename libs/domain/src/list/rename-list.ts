import type { Decision } from '../decision.js';
import { parseText } from '../text.js';
import type { List, ListEvent } from './list.js';

/**
 * `from` is the name that the new one was made from: somebody else may have given it another one meanwhile. A form that does not
 * say it, as those of version 0.1.0, may have been made from any.
 */
export function renameList(
  list: List | undefined,
  { name, from }: { readonly name: string; readonly from?: string | undefined },
): Decision<ListEvent> {
  const parsed = parseText(name);
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'list-in-trash';
  else if (!parsed.ok) return `name-${parsed.problem}`;
  else if (parsed.text === list.name) return [];
  else if (from !== list.name) return 'name-changed';
  else return [{ type: 'ListRenamed', data: { name: parsed.text } }];
}
