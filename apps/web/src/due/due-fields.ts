import { dueText, isDay, type Due } from '#libs/queries';
import { presentLocale } from '../locales/index.js';
import { readersDue } from './readers-due.js';

/** As somebody fills it in: where they are, whatever zone it is kept in. */
interface Filled {
  readonly dueDate: string;
  readonly dueTime: string;
}

/** The fields of a form that says when something is due, as pages have them. */
export function dueFields(id: string, { dueDate, dueTime }: Filled) {
  return {
    dueDate: { id: `${id}-date`, name: 'dueDate', value: dueDate },
    dueTime: { id: `${id}-time`, name: 'dueTime', value: dueTime },
  };
}

/** The same as it is now, with what a form says that it was made from. */
export function dueForm(id: string, due: Due) {
  return {
    ...dueFields(id, filledIn(due)),
    from: { id: `${id}-from`, name: 'from', value: dueText(due) },
  };
}

/** What a form asks for. The clocks of whoever fills it in are meant, but what they have left as it was stays as it was kept. */
export function wantedDue(form: Filled & { readonly from?: string }) {
  const from = parseDueText(form.from ?? '');
  const shown = filledIn(from);
  const isLeft = form.dueDate === shown.dueDate && form.dueTime === shown.dueTime;
  return isLeft && from.dueZone !== null
    ? { ...form, dueDate: from.dueOn ?? '', dueTime: from.dueTime ?? '', zone: from.dueZone }
    : { ...form, zone: presentLocale().timeZone };
}

/** What `dueText` has written; what is written in another way is no date. */
export function parseDueText(text: string): Due {
  const [, dueOn = null, dueTime = null, dueZone = null] = TEXT.exec(text) ?? [];
  const isReal = dueOn !== null && isDay(dueOn);
  return isReal ? { dueOn, dueTime, dueZone } : { dueOn: null, dueTime: null, dueZone: null };
}

const TEXT = /^(\d{4}-\d{2}-\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d)\[([^[\]]+)\])?$/;

function filledIn(due: Due): Filled {
  const its = readersDue(due, presentLocale().timeZone);
  return {
    dueDate: its?.day.toString() ?? '',
    dueTime: its?.at?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '',
  };
}
