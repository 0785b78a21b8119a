import { weekdayOf, weekOfMonth, WEEKDAYS, type Recurrence } from '#libs/queries';
import { dayAndMonthWords, listWords, plainDayWords, say, weekdayWords } from '../locales/index.js';

/** How a to-do comes again, as a part of a sentence: `every 2 weeks on Monday and Friday, until 1 May 2027`. */
export function recurrenceWords(recurrence: Recurrence): string {
  const { from, until, times } = recurrence;
  return say('recurrence.whole', {
    often: oftenWords(recurrence),
    from,
    end: endOf(recurrence),
    until: until === null ? '' : plainDayWords(Temporal.PlainDate.from(until)),
    times: times ?? 0,
  });
}

/** Where in its month a day is: its number, and the how manieth it is of its weekday, -1 for the last. */
export function placeInMonth(day: string) {
  const date = Temporal.PlainDate.from(day);
  return { day: date.day, nth: weekOfMonth(date) };
}

function endOf({ until, times }: Recurrence): 'until' | 'times' | 'open' {
  if (until !== null) return 'until';
  else return times === null ? 'open' : 'times';
}

function oftenWords({ every, unit, on, weekdays, start }: Recurrence): string {
  const { day, nth } = placeInMonth(start);
  const weekday = weekdayWords(Temporal.PlainDate.from(start).dayOfWeek);
  switch (unit) {
    case 'day':
      return say('recurrence.day', { every });
    case 'week':
      return say('recurrence.week', { every, weekdays: weekdaysWords(weekdays, start) });
    case 'month':
      return on === 'day'
        ? say('recurrence.month', { every, day })
        : say('recurrence.month-by-weekday', { every, nth, weekday });
    case 'year':
      return say('recurrence.year', { every, date: dayAndMonthWords(Temporal.PlainDate.from(start)) });
  }
}

/** When nobody has chosen any, it is that of the first day. */
function weekdaysWords(weekdays: Recurrence['weekdays'], start: string): string {
  const chosen = weekdays.length === 0 ? [weekdayOf(Temporal.PlainDate.from(start))] : weekdays;
  return listWords(chosen.map((weekday) => weekdayWords(WEEKDAYS.indexOf(weekday) + 1)));
}
