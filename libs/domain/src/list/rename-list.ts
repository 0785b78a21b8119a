import type { Decision } from '../decision.js';
import { parseText } from '../text.js';
import type { List, ListEvent } from './list.js';

export function renameList(list: List | undefined, { name }: { readonly name: string }): Decision<ListEvent> {
  const parsed = parseText(name);
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'list-in-trash';
  else if (!parsed.ok) return `name-${parsed.problem}`;
  else if (parsed.text === list.name) return [];
  else return [{ type: 'ListRenamed', data: { name: parsed.text } }];
}
