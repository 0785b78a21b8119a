import { archiveList, createList } from '#libs/domain';
import type { Deed } from './deed.js';
import type { Ids } from './ids.js';
import { ANNA, BEN, type Person } from './people.js';

const NAMES = {
  groceries: 'Groceries',
  home: 'Home',
  garden: 'Garden',
  school: 'School',
  paperwork: 'Paperwork',
  holiday: 'Holiday in Norway',
  birthdays: 'Birthdays',
  books: 'Books to read',
} as const;

export type ListName = keyof typeof NAMES;
export type Lists = Readonly<Record<ListName, string>>;

/** Who has made which, the rest is Anna's. */
const BY_BEN: readonly ListName[] = ['garden', 'books'];

/** The lists of the household, made one after the other. */
export function makeLists(begun: Temporal.ZonedDateTime, ids: Ids): { lists: Lists; deeds: Deed[] } {
  const names = Object.keys(NAMES) as ListName[];
  const made = names.map((name, nth) => {
    const at = begun.add({ minutes: nth });
    const by: Person = BY_BEN.includes(name) ? BEN : ANNA;
    return { name, id: ids.at(at), at, by };
  });
  const lists = Object.fromEntries(made.map(({ name, id }) => [name, id])) as Lists;
  const deeds = made.map(({ name, id, at, by }): Deed => ({
    at,
    by,
    on: id,
    decide: ({ list }) => createList(list(id), { name: NAMES[name] }),
  }));
  return { lists, deeds };
}

/** What is over is put away. */
export function putAway(id: string, at: Temporal.ZonedDateTime): Deed {
  return { at, by: ANNA, on: id, decide: ({ list }) => archiveList(list(id)) };
}
