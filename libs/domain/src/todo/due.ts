/** When a to-do is due: on a day, at a time of that day if it has one. */
export interface Due {
  /** A calendar day such as `2026-11-27`; null if it is not due at any time. */
  readonly dueOn: string | null;
  /** `18:00`: what the clock in that zone shows. Null if it is due on that day wherever somebody is. */
  readonly dueTime: string | null;
  /** Of the IANA database: the zone of whoever has set the time. Null if there is no time. */
  readonly dueZone: string | null;
}

export const NOT_DUE: Due = { dueOn: null, dueTime: null, dueZone: null };

/** `2026-11-27T18:00[Europe/Berlin]`, as RFC 9557 writes it, `2026-11-27` without a time, and nothing if it is not due. */
export function dueText({ dueOn, dueTime, dueZone }: Due): string {
  if (dueOn === null) return '';
  else return dueTime === null || dueZone === null ? dueOn : `${dueOn}T${dueTime}[${dueZone}]`;
}

export function isSameDue(one: Due, other: Due): boolean {
  return dueText(one) === dueText(other);
}
