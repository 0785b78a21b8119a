import type { ChecklistItem } from '#libs/queries';
import type { FormView, ItemRow } from '../views/index.js';

/** The field for a new item of a to-do. */
export const addFieldId = (todoId: string) => `add-item-${todoId}`;

/** The button that ticks an item. */
export const tickId = (itemId: string) => `tick-${itemId}`;

/** The name of the form in which an item gets another text: a page has one for each. */
export const renameForm = (itemId: string) => `renameItem-${itemId}`;

/** The items as an editor shows them: each with what stands beside it. */
export function itemRows(items: readonly ChecklistItem[]): readonly ItemRow[] {
  return items.map((item, index) => {
    const [above, below] = [items[index - 1], items[index + 1]];
    return {
      ...item,
      form: renameForm(item.id),
      ...(above === undefined ? {} : { up: above.id }),
      ...(below === undefined ? {} : { down: below.id }),
    };
  });
}

/** The forms that items are typed into. */
export function checklistForms(
  todoId: string,
  items: readonly ItemRow[],
): Readonly<Record<string, FormView>> {
  const renaming = items.map(({ id, form, text }): [string, FormView] => [
    form,
    { item: { id: `item-${id}`, name: 'item', value: text } },
  ]);
  return {
    addItem: { item: { id: addFieldId(todoId), name: 'item', value: '' } },
    ...Object.fromEntries(renaming),
  };
}
