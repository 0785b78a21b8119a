import { dueFields, dueWords, parseDueText } from '../due/index.js';
import type { Conflict } from '../views/index.js';
import type { Changed } from './changed-meanwhile.js';

interface Refused {
  readonly action: string;
  readonly error: string;
  readonly values: ReadonlyMap<string, string>;
}

/** A day and a time that were to stand where somebody else has put others: those that stand there are said in words. */
export function dueConflict({ was, now, from }: Changed, { action, error, values }: Refused): Conflict {
  const { dueDate, dueTime } = dueFields('mine', {
    dueDate: values.get('dueDate') ?? '',
    dueTime: values.get('dueTime') ?? '',
  });
  const mine = { ...dueDate, error };
  return {
    action,
    was: was === undefined ? was : dueWords(parseDueText(was)),
    now: dueWords(parseDueText(now)),
    from,
    mine,
    due: { dueDate: mine, dueTime },
  };
}
