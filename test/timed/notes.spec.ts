import { describe, expect, it } from '@jest/globals';
import { MAX_NOTE_LENGTH } from '#libs/commands';
import { renderNote } from '../../apps/web/src/notes/index.js';

const LONGEST_MS = 100;

const repeated = (piece: string) => piece.repeat(MAX_NOTE_LENGTH).slice(0, MAX_NOTE_LENGTH);
const lines = (line: (nth: number) => string) =>
  Array.from({ length: 200 }, (_, nth) => line(nth))
    .join('\n')
    .slice(0, MAX_NOTE_LENGTH);

/** What takes parsers of Markdown long that are not made for it. */
const NOTES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      '[',
      ']',
      '[]',
      '![',
      '[a](',
      '[](',
      '[x](<',
      "[x](a '",
      '[a][',
      '[a]: b\n',
      '*',
      '_',
      '*a_ ',
      '**a *b ',
      '***a ',
      '~~a ',
    ]
      .concat([
        '`',
        '` ',
        '>',
        '> ',
        '> - ',
        '- ',
        '1. ',
        '# a\n',
        '* a\n  * b\n',
        '<',
        '<a ',
        '<a@b.c>',
        '&',
        '&#x41;',
        '\\',
      ])
      .concat(['http://', 'http://日本 ', 'mailto:a@b.c ', 'a@', 'a.', '//', '\n', '\t', '\u202e', '🫘', 'a'])
      .map((piece) => [JSON.stringify(piece), repeated(piece)]),
  ),
  'brackets in each other': '['.repeat(MAX_NOTE_LENGTH / 2) + ']'.repeat(MAX_NOTE_LENGTH / 2),
  'backticks, ever more': lines((nth) => '`'.repeat(nth)),
  'lists in each other': lines((nth) => `${' '.repeat(2 * nth)}- a`),
  'quotes in each other': lines((nth) => `${'>'.repeat(nth)} a`),
  'a quote that goes on': `${'> '.repeat(28)}a\n${repeated('b\n')}`.slice(0, MAX_NOTE_LENGTH),
  'an address with brackets': `http://a${repeated('(')}`.slice(0, MAX_NOTE_LENGTH),
};

/** Of the processor, in milliseconds: the machine may do something else as well. The shortest of some, because the first is slower. */
async function timeOf(note: string): Promise<number> {
  let shortest = Infinity;
  for (let n = 0; n < 3 && shortest > LONGEST_MS / 2; n += 1) {
    const begun = process.threadCpuUsage();
    await renderNote(note);
    const { user, system } = process.threadCpuUsage(begun);
    shortest = Math.min(shortest, (user + system) / 1_000);
  }
  return shortest;
}

describe('a note that is made to take long', () => {
  it.each(Object.entries(NOTES))('is shown within 100 ms: %s', async (_, note) => {
    await renderNote('The first one loads what shows it.');
    expect(await timeOf(note)).toBeLessThan(LONGEST_MS);
  });
});
