import type { Outcome } from '#libs/commands';

/** A text that somebody else has changed since the form was made: what it is now, and what was typed. */
export interface Changed {
  readonly field: string;
  readonly now: string;
  readonly yours: string;
}

/** What a refusal such as `title-changed` is about; undefined for every other one. */
export function changedMeanwhile(
  { refusal, state }: Extract<Outcome, { accepted: false }>,
  fields: object,
): Changed | undefined {
  if (!refusal.endsWith('-changed')) return undefined;
  const field = refusal.slice(0, -'-changed'.length);
  const [now, yours] = [textOf(state, field), textOf(fields, field)];
  return now === undefined || yours === undefined ? undefined : { field, now, yours };
}

function textOf(holder: object | undefined, name: string): string | undefined {
  const value: unknown = Object.entries(holder ?? {}).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
