import type { ChecklistItem, KnownStep } from '#libs/queries';
import type { Values } from '../locales/index.js';

type TodoStep = Extract<KnownStep, { readonly of: 'todo' }>;

/** What a text about something that has happened to an item of a checklist can name. */
export function itemValues({ event, before, after }: TodoStep, quote: (text: string) => string): Values {
  if (!('itemId' in event.data)) return { item: '', itemBefore: '', itemTo: '' };
  const { itemId } = event.data;
  const [was, is] = [find(before?.checklist ?? [], itemId), find(after.checklist, itemId)];
  const [first, last] = [was ?? is, is ?? was];
  return { item: quote(textOf(last)), itemBefore: quote(textOf(first)), itemTo: whereTo(first, last) };
}

interface Placed extends ChecklistItem {
  readonly place: number;
}

function find(checklist: readonly ChecklistItem[], itemId: string): Placed | undefined {
  return checklist.map((item, place) => ({ ...item, place })).find(({ id }) => id === itemId);
}

const whereTo = (first: Placed | undefined, last: Placed | undefined) =>
  first !== undefined && last !== undefined && last.place < first.place ? 'up' : 'down';

const textOf = (item: Placed | undefined) => item?.text ?? '';
