import type { TodoEvent } from '#libs/domain';

/** What may happen to the bins, which are to be taken out each Friday. */
const home = '0190f3a2-7c1b-7000-8000-000000000001';
export const FRIDAY = '2026-11-27';
export const NEXT_FRIDAY = '2026-12-04';

export const added: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Take out the bins' } };
export const dueOn = (day: string): TodoEvent => ({ type: 'TodoScheduled', data: { dueOn: day } });
export const due = dueOn(FRIDAY);
export const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
export const completed: TodoEvent = { type: 'TodoCompleted', data: {} };
export const ended: TodoEvent = { type: 'TodoRecurrenceEnded', data: {} };
export const rule = {
  every: 1,
  unit: 'week',
  weekdays: [],
  on: 'day',
  from: 'due',
  until: null,
  times: null,
  start: FRIDAY,
} as const;
export const set = (changes: object = {}): TodoEvent => ({
  type: 'TodoRecurrenceSet',
  data: { ...rule, occurrence: FRIDAY, occurrencesOver: 0, ...changes },
});
const over = { occurrence: FRIDAY, next: NEXT_FRIDAY };
export const done: TodoEvent = { type: 'TodoOccurrenceCompleted', data: over };
export const skipped: TodoEvent = { type: 'TodoOccurrenceSkipped', data: over };
export const takenBack = (was: 'completed' | 'skipped', day = FRIDAY): TodoEvent => ({
  type: 'TodoOccurrenceTakenBack',
  data: { occurrence: FRIDAY, dueOn: day, was },
});
export const weekly = [added, due, set()];
