import fc from 'fast-check';
import { KINDS, readSentence, type About, type Sentence } from './index.js';

const ABOUT: About = {
  language: 'en',
  now: Temporal.ZonedDateTime.from('2026-11-28T12:00[Europe/Berlin]'),
  kinds: KINDS,
  lists: [{ id: 'home', name: 'Home' }],
  members: [{ id: 'anna', name: 'Anna' }],
};

/** Words that mean something, some that nearly do, and any text. */
const word = fc.oneof(
  fc.constantFrom(
    ...'tomorrow|today|friday|on Friday|every 1st|every monday and thursday|in 3 days|18:00|at 6pm'.split(
      '|',
    ),
    ...'!high|#home|@anna|+home|4 December|morning|every day|6 weeks after done|2026-12-04'.split('|'),
    ...'heute|morgen|am Freitag|jeden 1.|alle 2 Wochen|um 18 Uhr|!hoch|montags|in 3 Tagen|4.12.'.split('|'),
    ...'"|„|“|"tomorrow"|,|:|.|-|and|und|  |\t|#5|C#|money|The 5th Wave|ü'.split('|'),
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const language = fc.constantFrom('en' as const, 'de' as const);

describe('nothing of a sentence is ever lost', () => {
  it('its pieces, one behind the other, are the text', async () => {
    await fc.assert(
      fc.asyncProperty(text, language, async (text, language) => {
        const { pieces } = await readSentence(text, { ...ABOUT, language });
        expect(pieces.map((piece) => piece.text).join('')).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('each word is in the title or in a part', async () => {
    await fc.assert(
      fc.asyncProperty(text, language, async (text, language) => {
        const { title, parts } = await readSentence(text, { ...ABOUT, language });
        const kept = [title, ...parts.map(({ words }) => words)].join(' ');
        expect(lettersOf(kept)).toEqual(lettersOf(text.normalize('NFC')));
      }),
    );
  });

  it('a text of which all is refused is the title as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(text, language, async (text, language) => {
        const refused = await refuseAll(text, { ...ABOUT, language });
        expect(refused.parts).toEqual([]);
        expect(refused.title).toBe(text.normalize('NFC').trim());
      }),
    );
  });

  it('a title without a part is one that was typed', async () => {
    const { title, parts } = await readSentence('tomorrow 18:00 !high', ABOUT);
    expect({ title, parts }).toEqual({ title: 'tomorrow 18:00 !high', parts: [] });
  });
});

describe('words that are refused', () => {
  it('are title again, and the others go on saying what they said', async () => {
    const refused = await readSentence('Buy the magazine tomorrow 18:00', {
      ...ABOUT,
      refused: ['tomorrow'],
    });
    expect(refused.title).toBe('Buy the magazine tomorrow');
    expect(refused.parts.map(({ words }) => words)).toEqual(['18:00']);
    expect(refused.refused.map(({ words }) => words)).toEqual(['tomorrow']);
  });

  it('let another day count', async () => {
    const text = 'Book flight on 4 December tomorrow !low';
    const read = await readSentence(text, ABOUT);
    const refused = await readSentence(text, { ...ABOUT, refused: ['tomorrow'] });
    expect([read.plan.dueOn, read.title]).toEqual(['2026-11-29', 'Book flight on 4 December']);
    expect([refused.plan.dueOn, refused.title]).toEqual(['2026-12-04', 'Book flight tomorrow']);
  });

  it('do not give the smaller phrase in them a meaning', async () => {
    const refused = await readSentence('Gym every friday', { ...ABOUT, refused: ['every friday'] });
    expect([refused.title, refused.parts]).toEqual(['Gym every friday', []]);
  });
});

describe('what cannot be kept', () => {
  it('is title', async () => {
    const read = await readSentence('Paint #home @anna +home !high', { ...ABOUT, kinds: ['priority'] });
    expect([read.title, read.plan.priority]).toEqual(['Paint #home @anna +home', 'high']);
  });
});

/** Until nothing is understood any more: what is refused may have kept something else from being meant. */
async function refuseAll(text: string, about: About): Promise<Sentence> {
  let sentence = await readSentence(text, about);
  const refused: string[] = [];
  while (sentence.parts.length > 0) {
    refused.push(...sentence.parts.map(({ words }) => words));
    sentence = await readSentence(text, { ...about, refused });
  }
  return sentence;
}

const lettersOf = (text: string) => Array.from(text.replaceAll(/\s/gu, '')).toSorted();
