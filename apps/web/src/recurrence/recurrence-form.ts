import { recurrenceText, type Recurrence } from '#libs/queries';
import type { FormView } from '../views/index.js';

/** What a to-do says about how it comes again. */
interface Repeated {
  readonly dueOn: string | null;
  readonly recurrence: Recurrence | null;
}

/** The form that says how a to-do comes again, as it is now; once a week where nobody has said it yet. */
export function recurrenceForm(id: string, { recurrence }: Repeated): FormView {
  const values = {
    every: String(recurrence?.every ?? 1),
    unit: recurrence?.unit ?? 'week',
    weekdays: (recurrence?.weekdays ?? []).join(','),
    on: recurrence?.on ?? 'day',
    from: recurrence?.from ?? 'due',
    until: recurrence?.until ?? '',
    times: recurrence?.times?.toString() ?? '',
  };
  const fields = Object.entries(values).map(([name, value]) => [name, { id: `${id}-${name}`, name, value }]);
  return {
    ...Object.fromEntries(fields),
    was: { id: `${id}-was`, name: 'was', value: recurrenceText(recurrence) },
  };
}
