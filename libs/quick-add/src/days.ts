import type { Chrono, ParsedComponents } from 'chrono-node';
import type { Language } from './sentence.js';

/** What tells which day is meant by words such as `next friday`. */
export type Days = Readonly<Record<Language, Pick<Chrono, 'parse'>>>;

let days: Promise<Days> | undefined;

/** Loaded when a sentence is first read: most processes read none. */
export function loadDays(): Promise<Days> {
  return (days ??= load());
}

async function load(): Promise<Days> {
  const [en, de] = await Promise.all([import('chrono-node/en'), import('chrono-node/de')]);
  return { en: en.casual, de: de.casual };
}

/**
 * Undefined unless all of the words are one day, which is not over. The day is reckoned in a zone without changes of the clock, at noon: a
 * library that thinks in moments is then never on another day.
 */
export function dayMeant(
  words: string,
  { reader, today }: { readonly reader: Pick<Chrono, 'parse'>; readonly today: Temporal.PlainDate },
): string | undefined {
  const instant = new Date(`${today.toString()}T12:00:00Z`);
  const [found, ...others] = reader.parse(words, { instant, timezone: 0 }, { forwardDate: true });
  const isAllOfIt = others.length === 0 && found?.text === words && !found.end;
  const meant = isAllOfIt ? dateOf(found.start) : undefined;
  return meant === undefined || Temporal.PlainDate.compare(meant, today) < 0 ? undefined : meant.toString();
}

function dateOf(found: ParsedComponents): Temporal.PlainDate | undefined {
  const [year, month, day] = [found.get('year'), found.get('month'), found.get('day')];
  return year && month && day ? Temporal.PlainDate.from({ year, month, day }) : undefined;
}
