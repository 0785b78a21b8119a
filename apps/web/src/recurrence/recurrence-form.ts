import { recurrenceText, type Recurrence } from '#libs/queries';

/** A field of a form, as pages have it. */
interface Field {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

/** What a to-do says about how it comes again. */
interface Repeated {
  readonly dueOn: string | null;
  readonly recurrence: Recurrence | null;
}

/** Once a week, where nobody has said it yet. */
const UNSAID: Omit<Recurrence, 'start'> = {
  every: 1,
  unit: 'week',
  weekdays: [],
  on: 'day',
  from: 'due',
  until: null,
  times: null,
};

/** The form that says how a to-do comes again, as it is now. */
export function recurrenceForm(id: string, { recurrence }: Repeated): Readonly<Record<string, Field>> {
  const { every, weekdays, until, times, unit, on, from } = recurrence ?? UNSAID;
  const ends = { until: until ?? '', times: times?.toString() ?? '' };
  const values = { every: every.toString(), unit, weekdays: weekdays.join(), on, from, ...ends };
  const all = Object.entries({ ...values, was: recurrenceText(recurrence) });
  return Object.fromEntries(
    all.map(([name, value]): [string, Field] => [name, { id: `${id}-${name}`, name, value }]),
  );
}
