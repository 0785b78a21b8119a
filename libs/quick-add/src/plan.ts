import { beginning } from './rhythm.js';
import type { Part, Plan, Values } from './sentence.js';

/** What all parts together say. */
export function planOf(parts: readonly Part[], now: Temporal.ZonedDateTime): Plan {
  return {
    ...whenOf(parts, now),
    priority: valueOf(parts, 'priority') ?? null,
    labels: [...new Set(parts.flatMap((part) => (part.kind === 'label' ? [part.value] : [])))],
    listId: valueOf(parts, 'list') ?? null,
    assigneeId: valueOf(parts, 'assignee') ?? null,
  };
}

/** A time without a day is the next such time, and what comes again begins as early as it can. */
function whenOf(parts: readonly Part[], now: Temporal.ZonedDateTime): When {
  const [day, time, rhythm] = [valueOf(parts, 'due'), valueOf(parts, 'time'), valueOf(parts, 'recurrence')];
  const dueTime = time === undefined ? NO_TIME : { dueTime: time, dueZone: now.timeZoneId };
  const earliest = day === undefined ? earliestDay(now, time) : Temporal.PlainDate.from(day);
  if (rhythm !== undefined) {
    const again = beginning(rhythm, earliest);
    return { ...dueTime, ...again, dueOn: again.occurrence };
  }
  const isDue = day !== undefined || time !== undefined;
  return { ...dueTime, dueOn: isDue ? earliest.toString() : null, recurrence: null, occurrence: null };
}

type When = Pick<Plan, 'dueOn' | 'dueTime' | 'dueZone' | 'recurrence' | 'occurrence'>;

const NO_TIME = { dueTime: null, dueZone: null };

function valueOf<Of extends Part['kind']>(parts: readonly Part[], kind: Of): Values[Of] | undefined {
  return parts.find((part) => part.kind === kind)?.value as Values[Of] | undefined;
}

function earliestDay(now: Temporal.ZonedDateTime, time: string | undefined): Temporal.PlainDate {
  const today = now.toPlainDate();
  if (time === undefined) return today;
  const isOver = Temporal.PlainTime.compare(Temporal.PlainTime.from(time), now.toPlainTime()) <= 0;
  return isOver ? today.add({ days: 1 }) : today;
}
