import { describe, expect, it } from '@jest/globals';
import { parseLines } from './parse-lines.js';

/** A to-do in a line, with what was ticked and its items in brackets. */
function read(...lines: string[]): string[] {
  const mark = (isTicked: boolean, text: string) => (isTicked ? `x ${text}` : text);
  return parseLines(lines.join('\n')).map(({ text, isTicked, items }) => {
    const inside = items.map((item) => mark(item.isTicked, item.text));
    return mark(isTicked, text) + (inside.length > 0 ? ` [${inside.join(', ')}]` : '');
  });
}

describe('lines that are pasted', () => {
  it.each<[string, string[], string[]]>([
    ['to-dos', ['Milk', '', ' ', 'Bread'], ['Milk', 'Bread']],
    ['a to-do with a checklist', ['Cake', '  Flour', '  Eggs', 'Milk'], ['Cake [Flour, Eggs]', 'Milk']],
    ['one level only', ['Cake', '\tDough', '\t\tFlour', '\tIcing'], ['Cake [Dough, Flour, Icing]']],
    ['tabs and spaces', ['Cake', '\tFlour', '    Eggs', '  Salt'], ['Cake [Flour, Eggs, Salt]']],
    [
      'what is indented first',
      ['    Cake', '      Flour', '  Milk', '    Oats'],
      ['Cake [Flour]', 'Milk [Oats]'],
    ],
    ['bullets of every kind', ['- Milk', '* Bread', '\u2022 Salt'], ['Milk', 'Bread', 'Salt']],
    ['bullets that not all have', ['- Milk', 'Bread'], ['- Milk', 'Bread']],
    ['bullets of one level', ['Cake', '  - Flour', '  - Eggs'], ['Cake [Flour, Eggs]']],
    ['boxes', ['- [ ] Milk', '- [x] Bread', '- [X] Salt'], ['Milk', 'x Bread', 'x Salt']],
    ['boxes of items', ['Cake', '  [x] Flour', '  [ ] Eggs'], ['Cake [x Flour, Eggs]']],
    ['boxes that not all have', ['Cake', '  - [x] Flour', '  - Eggs'], ['Cake [[x] Flour, Eggs]']],
    ['what is no bullet', ['-5 degrees', '*important*'], ['-5 degrees', '*important*']],
    ['bullets with nothing behind them', ['- Milk', '-', '- '], ['Milk']],
    ['nothing', ['', '  '], []],
  ])('are read as %s', (_, lines, todos) => {
    expect(read(...lines)).toEqual(todos);
  });

  it('are divided as any system writes them', () => {
    expect(parseLines('A\r\nB\rC\u2028D').map(({ text, line }) => `${line} ${text}`)).toEqual([
      '1 A',
      '2 B',
      '3 C',
      '4 D',
    ]);
  });
});
