import type { DomainEvent } from '#libs/domain';
import type { RowOf, searchEntries } from '#libs/read-model';

type Items = RowOf<typeof searchEntries>['items'];

/** The texts of a checklist after an event; undefined for one that changes none of them. */
export function newItems(items: Items, { type, data }: DomainEvent): Items | undefined {
  switch (type) {
    case 'ChecklistItemAdded':
    case 'ChecklistItemRestored':
      return [...items.filter(({ id }) => id !== data.itemId), { id: data.itemId, text: data.text }];
    case 'ChecklistItemRenamed':
      return items.map((item) => (item.id === data.itemId ? { ...item, text: data.text } : item));
    case 'ChecklistItemRemoved':
    case 'ChecklistItemExtracted':
      return items.filter(({ id }) => id !== data.itemId);
    default:
      return undefined;
  }
}
