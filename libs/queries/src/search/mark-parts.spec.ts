import { describe, expect, it } from '@jest/globals';
import { markParts } from './mark-parts.js';
import { termsIn } from './terms.js';

/** What is marked, in brackets. */
function marked(text: string, query: string, similar: readonly string[] = []): string {
  const terms = termsIn(query).map((term) => ({ ...term, similar }));
  return markParts(text, terms)
    .parts.map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');
}

describe('what was looked for', () => {
  it.each([
    ['Buy milk', 'milk', 'Buy [milk]'],
    ['Buy Milk', 'mil', 'Buy [Mil]k'],
    ['Crème brûlée', 'creme bru', '[Crème] [brû]lée'],
    ['cre\u0300me', 'crem', '[cre\u0300m]e'],
    ['Straße', 'stras', '[Straß]e'],
    ['milk, Milk, buttermilk', 'milk', '[milk], [Milk], buttermilk'],
    ['Milk', 'm mi mil', '[Mil]k'],
    ['去买牛奶和牛肉', '牛奶', '去买[牛奶]和牛肉'],
    ['去买牛奶和牛肉', '牛', '去买[牛]奶和[牛]肉'],
    ['مُحَمَّد', 'محم', '[مُحَمَّ]د'],
    ['🎂 for Anna', '🎂', '[🎂] for Anna'],
    ['<b>milk</b>', 'b', '<[b]>milk</[b]>'],
    ['Buy milk', 'bread', 'Buy milk'],
  ])('in %j by %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('is a whole word where another one was meant', () => {
    expect(marked('Buy bread now', 'braed', ['bread'])).toBe('Buy [bread] now');
  });
});
