import type { Due } from '#libs/queries';

/** When something is due where a reader is. */
export interface ReadersDue {
  readonly day: Temporal.PlainDate;
  /** The moment and the reader's time, if it is due at a time; else it is due on that day wherever somebody is. */
  readonly at?: Temporal.ZonedDateTime;
}

/** Undefined for what is not due. @param zone the reader's */
export function readersDue({ dueOn, dueTime, dueZone }: Due, zone: string): ReadersDue | undefined {
  if (dueOn === null) return undefined;
  const day = Temporal.PlainDate.from(dueOn);
  if (dueTime === null || dueZone === null) return { day };
  const at = momentIn(day.toPlainDateTime(dueTime), dueZone).withTimeZone(zone);
  return { day: at.toPlainDate(), at };
}

/**
 * A time that clocks skip when they are set forward is as much later, and one that they show twice is the first of both, as RFC 5545
 * has it. A zone that this process does not know, because another one's data are newer, is taken for UTC.
 */
function momentIn(time: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime {
  try {
    return time.toZonedDateTime(zone, { disambiguation: 'compatible' });
  } catch {
    return time.toZonedDateTime('UTC');
  }
}

/** Whether it was to be done before now: a day is over when it has passed where the reader is. */
export function isOverdue({ day, at }: ReadersDue, now: Temporal.ZonedDateTime): boolean {
  return at === undefined
    ? Temporal.PlainDate.compare(day, now.toPlainDate()) < 0
    : Temporal.ZonedDateTime.compare(at, now) < 0;
}
