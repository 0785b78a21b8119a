import type { Outcome } from '#libs/commands';
import { dueText } from '#libs/queries';

/** A text that somebody else has changed since the form was made: what it was then, what it is now, and what was typed. */
export interface Changed {
  readonly field: string;
  /** Undefined where the form does not say it. */
  readonly was: string | undefined;
  readonly now: string;
  readonly yours: string;
  /** What the form is made from when it is sent again. */
  readonly from: string;
}

type Refused = Extract<Outcome, { accepted: false }>;

/** What a refusal such as `title-changed` is about; undefined for every other one. */
export function changedMeanwhile({ refusal, state }: Refused, fields: object): Changed | undefined {
  if (!refusal.endsWith('-changed')) return undefined;
  const field = refusal.slice(0, -'-changed'.length);
  if (field === 'due') return dueChanged(state, fields);
  if (field === 'item') return itemChanged(state, fields);
  const [was, now, yours] = [textOf(fields, 'from'), textOf(state, field), textOf(fields, field)];
  if (now === undefined || yours === undefined) return undefined;
  // What is long is known by its version.
  return { field, was, now, yours, from: textOf(state, `${field}Version`) ?? now };
}

/** Of a to-do that has many of them, which one it is is said beside what was typed. */
function itemChanged(state: Refused['state'], fields: object): Changed | undefined {
  if (state === undefined || !('checklist' in state)) return undefined;
  const now = state.checklist.find(({ id }) => id === textOf(fields, 'itemId'))?.text;
  const yours = textOf(fields, 'item');
  if (now === undefined || yours === undefined) return undefined;
  return { field: 'item', was: textOf(fields, 'from'), now, yours, from: now };
}

/** When something is due is one text, whatever fields a form has for it. */
function dueChanged(state: Refused['state'], fields: object): Changed | undefined {
  if (state === undefined || !('dueOn' in state)) return undefined;
  const yours = [textOf(fields, 'dueDate'), textOf(fields, 'dueTime')].filter(Boolean).join('T');
  const now = dueText(state);
  return { field: 'due', was: textOf(fields, 'from'), now, yours, from: now };
}

function textOf(holder: object | undefined, name: string): string | undefined {
  const value: unknown = Object.entries(holder ?? {}).find(([key]) => key === name)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
