import { readFileSync } from 'node:fs';
import { KINDS, readSentence, type Part, type Sentence } from './index.js';

/** A sentence, its title, what each of its parts says, and when it is written, if that is not at noon of a Saturday. */
type Row = readonly [text: string, title: string, parts: Readonly<Record<string, string>>, now?: string];

const SATURDAY = '2026-11-28T12:00[Europe/Berlin]';

const LISTS = [
  { id: 'home', name: 'Home' },
  { id: 'improvements', name: 'Home improvements' },
  { id: 'haushalt', name: 'Haushalt' },
];

const MEMBERS = [
  { id: 'anna', name: 'Anna' },
  { id: 'anton', name: 'Anton Meier' },
];

const rowsOf = (file: string): readonly Row[] =>
  JSON.parse(readFileSync(new URL(`../corpus/${file}.json`, import.meta.url), 'utf8')) as Row[];

const CORPUS = [
  ...rowsOf('english').map((row) => ['en', ...row] as const),
  ...rowsOf('german').map((row) => ['de', ...row] as const),
];

describe('each sentence of the corpus is read as people mean it', () => {
  it.each(
    CORPUS.map(([language, text, title, parts, now = SATURDAY]) => ({ language, text, title, parts, now })),
  )('$language, $now: $text', async ({ language, text, title, parts, now }) => {
    const sentence = await read(text, { language, now });
    expect({ title: sentence.title, parts: meanings(sentence) }).toEqual({ title, parts });
  });

  it('has at least 300 sentences, 130 of them German', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(300);
    expect(CORPUS.filter(([language]) => language === 'de').length).toBeGreaterThanOrEqual(130);
  });
});

async function read(
  text: string,
  { language, now }: { readonly language: 'en' | 'de'; readonly now: string },
) {
  return await readSentence(text, {
    language,
    now: Temporal.ZonedDateTime.from(now),
    kinds: KINDS,
    lists: LISTS,
    members: MEMBERS,
  });
}

function meanings(sentence: Sentence): Record<string, string> {
  return Object.fromEntries(sentence.parts.map((part) => [part.words, meaning(part, sentence)]));
}

function meaning(part: Part, { plan }: Sentence): string {
  if (part.kind !== 'recurrence') return `${part.kind} ${part.value}`;
  const { recurrence, occurrence } = plan;
  if (recurrence === null) throw new Error('What comes again has no rule');
  const { every, unit, weekdays, on, from, start } = recurrence;
  return [
    `every ${every} ${unit}`,
    ...(weekdays.length > 0 ? [`on ${weekdays.join(',')}`] : []),
    ...(on === 'weekday' ? ['weekday'] : []),
    ...(from === 'completion' ? ['after'] : []),
    `from ${start}`,
    ...(occurrence === start ? [] : [`first ${occurrence}`]),
  ].join(' ');
}
