import { daysUpTo } from './calendar.js';
import { chores } from './chores.js';
import type { Deed } from './deed.js';
import { groceries } from './groceries.js';
import { Ids } from './ids.js';
import { Journal, type Entry } from './journal.js';
import { birthdays, books, holiday } from './keepsakes.js';
import { makeLabels } from './labels.js';
import { makeLists, putAway } from './lists.js';
import { Random } from './random.js';
import { tasks } from './tasks.js';

const DAYS = 365;
/** So many days before the end, the summer holiday was over. */
const BACK_SINCE = 110;

/**
 * The year of a household up to a moment: everything that two people have done in it, in order.
 *
 * @param progress is told how many of how many deeds are done
 */
export function makeYear(
  workspaceId: string,
  now: Temporal.ZonedDateTime,
  progress: (done: number, total: number) => void,
): readonly Entry[] {
  const random = new Random();
  const made = { random, ids: new Ids(random) };
  const deeds = planned(workspaceId, now, made)
    .filter(({ at }) => Temporal.ZonedDateTime.compare(at, now) <= 0)
    .sort((one, other) => Temporal.ZonedDateTime.compare(one.at, other.at));
  const journal = new Journal(workspaceId, made.ids);
  for (const [nth, deed] of deeds.entries()) {
    journal.add(deed);
    progress(nth + 1, deeds.length);
  }
  return journal.entries;
}

function planned(
  workspaceId: string,
  now: Temporal.ZonedDateTime,
  made: { readonly random: Random; readonly ids: Ids },
): Deed[] {
  const last = now.toPlainDate();
  const days = [...daysUpTo(last, DAYS)];
  const begun = now.subtract({ days: DAYS - 1 }).with({ hour: 6, minute: 0, second: 0, millisecond: 0 });
  const { lists, deeds } = makeLists(begun, made.ids);
  const back = last.subtract({ days: BACK_SINCE });
  return [
    ...deeds,
    makeLabels(begun.add({ minutes: 30 }), made.ids, workspaceId),
    ...groceries(lists.groceries, days, made),
    ...chores(lists, days, made),
    ...tasks(lists, days, made),
    ...birthdays(lists.birthdays, days, made),
    ...books(lists.books, days, made),
    ...holiday(lists.holiday, back.subtract({ days: 14 }), made),
    putAway(lists.holiday, back.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: '20:00' })),
  ];
}
