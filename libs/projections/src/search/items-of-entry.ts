import type { DomainEvent } from '#libs/domain';
import type { RowOf, searchEntries } from '#libs/read-model';

type Items = RowOf<typeof searchEntries>['items'];

const LEAVING: ReadonlySet<string> = new Set(['ChecklistItemRemoved', 'ChecklistItemExtracted']);

/** The texts of a checklist after an event; undefined for one that changes none of them. */
export function newItems(items: Items, { type, data }: DomainEvent): Items | undefined {
  if (!('itemId' in data)) return undefined;
  const { itemId: id } = data;
  const others = items.filter((item) => item.id !== id);
  if (LEAVING.has(type)) return others;
  else if (!('text' in data)) return undefined;
  else if (type !== 'ChecklistItemRenamed') return [...others, { id, text: data.text }];
  else return items.map((item) => (item.id === id ? { id, text: data.text } : item));
}
