import type { About, Kind, Slice, Values } from './sentence.js';

/** What a phrase is read with. */
export interface Context {
  readonly about: About;
  readonly today: Temporal.PlainDate;
  /** The day that words such as `next friday` or `4 December` mean, if it is not over; undefined if they mean none. */
  readonly day: (words: string) => string | undefined;
}

/** Words that match a phrase, and what stands around them. */
export interface Found {
  readonly words: string;
  /** What the groups of the pattern have matched; empty where nothing has. */
  readonly groups: readonly string[];
  readonly before: string;
  readonly after: string;
}

/**
 * Where a phrase has to stand: `anywhere`; at the `end` of the sentence; at an `edge`, which is its end or its beginning; `beside` a part that
 * says when. Other parts do not count: they may stand between it and the end.
 */
export type Place = 'anywhere' | 'end' | 'edge' | 'beside';

export interface Phrase<Of extends Kind = Kind> {
  readonly kind: Of;
  readonly place: Place;
  readonly pattern: RegExp;
  /** @returns undefined if the words are no such phrase after all */
  readonly read: (found: Found, context: Context) => Values[Of] | undefined;
}

/** What has been found, and may be part of what the sentence says. */
export type Candidate = {
  readonly [Of in Kind]: Slice & {
    readonly kind: Of;
    readonly value: Values[Of];
    readonly words: string;
    readonly place: Place;
  };
}[Kind];

/**
 * Whole words only: before them is the beginning or a space, behind them the end, a space, or a mark that ends a part of a
 * sentence. So neither `Renovation`, `Monday.com`, `Friday's` nor `555-1234` has a date in it. A space of the source stands for any number of them.
 */
export function wholeWords(source: string, flags = 'giu'): RegExp {
  return new RegExp(
    `(?<=^|\\s)(?:${source.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+')})(?=$|\\s|[.,;:!?](?=$|\\s))`,
    flags,
  );
}

export function phrase<Of extends Kind>(
  kind: Of,
  place: Place,
  source: string,
  read: Phrase<Of>['read'],
): Phrase<Of> {
  return { kind, place, pattern: wholeWords(source), read };
}

/** One of these words. */
export const oneOf = (words: Iterable<string>) => `(${[...words].join('|')})`;

export const startsWithCapital = (text: string) => /^\p{Lu}/u.test(text);
