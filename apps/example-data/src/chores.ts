import type { Recurrence } from '#libs/domain';
import { someTime } from './calendar.js';
import type { Deed } from './deed.js';
import type { Ids } from './ids.js';
import type { ListName, Lists } from './lists.js';
import { ANNA, BEN } from './people.js';
import type { Random } from './random.js';
import { TodoDeeds } from './todos.js';

interface Chore {
  readonly title: string;
  readonly list: ListName;
  readonly rule: Pick<Recurrence, 'every' | 'unit'> & Partial<Recurrence>;
  /** How many days lie between two of them, about. */
  readonly days: number;
}

const CHORES: readonly Chore[] = [
  { title: 'Empty the dishwasher', list: 'home', rule: { every: 1, unit: 'day' }, days: 1 },
  { title: 'Feed the cat', list: 'home', rule: { every: 1, unit: 'day' }, days: 1 },
  { title: 'Check the homework', list: 'school', rule: { every: 1, unit: 'day' }, days: 1 },
  { title: 'Water the plants', list: 'home', rule: { every: 3, unit: 'day', from: 'completion' }, days: 3 },
  { title: 'Take out the bins', list: 'home', rule: { every: 1, unit: 'week' }, days: 7 },
  { title: 'Change the sheets', list: 'home', rule: { every: 2, unit: 'week' }, days: 14 },
  {
    title: 'Clean the bathroom',
    list: 'home',
    rule: { every: 1, unit: 'week', from: 'completion' },
    days: 7,
  },
  { title: 'Vacuum upstairs', list: 'home', rule: { every: 1, unit: 'week' }, days: 7 },
  { title: 'Mow the lawn', list: 'garden', rule: { every: 2, unit: 'week', from: 'completion' }, days: 14 },
  { title: 'Turn the compost', list: 'garden', rule: { every: 1, unit: 'month' }, days: 30 },
  { title: 'Pay the rent', list: 'paperwork', rule: { every: 1, unit: 'month' }, days: 30 },
  { title: 'Read the meters', list: 'paperwork', rule: { every: 3, unit: 'month' }, days: 91 },
  { title: 'Descale the kettle', list: 'home', rule: { every: 2, unit: 'month' }, days: 61 },
];

/** What comes again and again. Now and then it is done a day late, and since some days some wait to be done. */
export function chores(
  lists: Lists,
  days: readonly Temporal.PlainDate[],
  made: { readonly random: Random; readonly ids: Ids },
): Deed[] {
  return CHORES.flatMap((chore) => yearOf(chore, lists[chore.list], days, made));
}

function yearOf(
  { title, rule, days: every }: Chore,
  listId: string,
  days: readonly Temporal.PlainDate[],
  { random, ids }: { readonly random: Random; readonly ids: Ids },
): Deed[] {
  const [first] = days;
  if (first === undefined) return [];
  const at = someTime(random, first, 20, 22);
  const chore = new TodoDeeds({ at, by: ANNA }, { listId, title, ids });
  const begins = first.add({ days: 1 });
  chore.schedule({ at: at.add({ seconds: 20 }), by: ANNA }, begins);
  chore.repeat({ at: at.add({ seconds: 40 }), by: ANNA }, rule);
  for (const day of days.slice(1, -1).filter((_, nth) => nth % every === 0)) {
    const late = random.happens(15) && every > 1 ? 1 : 0;
    const by = random.happens(50) ? ANNA : BEN;
    if (random.happens(93)) chore.complete({ at: someTime(random, day.add({ days: late }), 17, 22), by });
  }
  return chore.deeds;
}
