import type { Decision } from '../decision.js';
import { parseText } from '../text.js';
import type { List, ListEvent } from './list.js';

export function createList(list: List | undefined, { name }: { readonly name: string }): Decision<ListEvent> {
  const parsed = parseText(name);
  if (list !== undefined) return 'list-exists';
  else if (!parsed.ok) return `name-${parsed.problem}`;
  else return [{ type: 'ListCreated', data: { name: parsed.text } }];
}
