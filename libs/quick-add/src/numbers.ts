/** `3`, or `three` from a list of such words; undefined if it is neither, or larger than anybody means. */
export function numberIn(text: string, words: Readonly<Record<string, number>>): number | undefined {
  const number = words[text.toLowerCase()] ?? Number(text);
  return Number.isInteger(number) && number >= 1 && number <= MOST ? number : undefined;
}

const MOST = 999;

/** `18:00`; undefined if no clock shows that. */
export function timeOf(hours: string, minutes: string): string | undefined {
  const time = `${hours.padStart(2, '0')}:${minutes === '' ? '00' : minutes}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined;
}

/** What makes a number something else than a day or a time: a range, a list of days, or what belongs to the word before it. */
export function standsBehind(words: string): (before: string) => boolean {
  const any = words.trim().split(/\s+/).join('|');
  const pattern = new RegExp(`(?:^|\\s)(?:${any}|\\S*[-–—/])\\s+$`, 'iu');
  // No such word is longer: the rest need not be looked at.
  return (before) => pattern.test(before.slice(-LONGEST));
}

const LONGEST = 40;

interface Following {
  /** What is between things of a list, besides commas. */
  readonly links: string;
  /** What is between the beginning and the end of a range. */
  readonly ranges: string;
  readonly days: string;
}

/** Whether a list of days goes on there, or a range. */
export function isFollowedBy({ links, ranges, days }: Following): (after: string) => boolean {
  const list = new RegExp(`^(?:,|,?\\s+(?:${links}|${ranges}))\\s+${days}(?=$|[\\s.,;:!?])`, 'iu');
  const range = new RegExp(`^\\s+(?:${ranges})\\s+\\d`, 'iu');
  return (after) => list.test(after) || range.test(after);
}
