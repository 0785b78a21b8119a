import { arrayOf, day, integer, nullable, oneOf, optional, uuid } from '../codec.js';
import { event, type EventOf } from '../event-codec.js';
import type { Due } from './due.js';
import { COMES_ONCE, UNITS, WEEKDAYS, type Recurring } from './recurrence.js';

/** What happens to a to-do that comes again. */
export const RECURRING_EVENTS = {
  TodoRecurrenceSet: event({
    every: integer,
    unit: oneOf(...UNITS),
    weekdays: arrayOf(oneOf(...WEEKDAYS)),
    on: oneOf('day', 'weekday'),
    from: oneOf('due', 'completion'),
    until: nullable(day),
    times: nullable(integer),
    start: day,
    // Where it is in it: at its beginning, unless somebody takes back that it came to an end.
    occurrence: day,
    occurrencesOver: integer,
  }),
  TodoRecurrenceEnded: event({}),
  TodoOccurrenceCompleted: event({ occurrence: day, next: day }),
  TodoOccurrenceSkipped: event({ occurrence: day, next: day }),
  // The occurrence that was over is the present one again, due when it was, with the items of its checklist that were ticked.
  TodoOccurrenceTakenBack: event(
    { occurrence: day, dueOn: day, was: oneOf('completed', 'skipped'), ticked: optional(arrayOf(uuid)) },
    (data) => data,
  ),
};

export type RecurringEvent = EventOf<typeof RECURRING_EVENTS>;

/** What one of them changes. */
export function changedRecurring(
  { occurrencesOver }: Recurring,
  event: RecurringEvent,
): Partial<Recurring & Due> {
  switch (event.type) {
    case 'TodoRecurrenceSet': {
      const { occurrence, occurrencesOver: over, ...recurrence } = event.data;
      return { recurrence, occurrence, occurrencesOver: over };
    }
    case 'TodoRecurrenceEnded':
      return COMES_ONCE;
    case 'TodoOccurrenceCompleted':
    case 'TodoOccurrenceSkipped':
      return { occurrence: event.data.next, dueOn: event.data.next, occurrencesOver: occurrencesOver + 1 };
    case 'TodoOccurrenceTakenBack': {
      const { occurrence, dueOn } = event.data;
      return { occurrence, dueOn, occurrencesOver: Math.max(0, occurrencesOver - 1) };
    }
  }
}
