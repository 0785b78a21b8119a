import { describe, expect, it } from '@jest/globals';
import { foldText } from './fold-text.js';
import { indexedWords, wordsIn } from './words-in.js';

const folded = (text: string) => foldText(text).text;
const words = (text: string) => wordsIn(folded(text)).map((word) => word.text);

describe('a text as it is compared', () => {
  it.each([
    ['case', 'MILK Milk', 'milk milk'],
    [
      'accents of Latin letters',
      'Crème brûlée, Ångström, naïve, Žižek',
      'creme brulee, angstrom, naive, zizek',
    ],
    ['accents that are written apart', 'cre\u0300me', 'creme'],
    [
      'letters that are no accents',
      'Łódź, København, Đakovo, þing, ħobż, Æsir',
      'lodz, kobenhavn, dakovo, thing, hobz, aesir',
    ],
    ['a sharp s', 'Straße STRASSE ẞ', 'strasse strasse ss'],
    ['a Turkish i', 'İstanbul ISPARTA ısparta', 'istanbul isparta isparta'],
    ['a final sigma', 'ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['Cyrillic', 'Ёлка ЙОГУРТ', 'елка иогурт'],
    ['Ukrainian', 'Їжак і Ґанок', 'іжак і ґанок'],
    ['vowel points of Hebrew', 'שָׁלוֹם', 'שלום'],
    ['vowel points and lengthening of Arabic', 'مُحَمَّد مـحـمـد', 'محمد محمد'],
    ['hamza, and letters of Persian keyboards', 'أحمد کتاب علی', 'احمد كتاب علي'],
    ['wide letters and narrow kana', 'ＭＩＬＫ ｶﾞ', 'milk ガ'],
    ['ligatures and small numbers', 'ﬁsh m²', 'fish m2'],
    ['what is not displayed', 'mi\u00adl\u200dk\ufe0f', 'milk'],
    ['letters outside of the first plane', '𝕸𝖎𝖑𝖐', 'milk'],
  ])('is without %s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it.each([
    ['vowel signs of Devanagari', 'हिन्दी'],
    ['vowel signs and tones of Thai', 'น้ำ'.normalize('NFKC')],
    ['voiced kana', 'がぎぐ パン'],
    ['Hangul', '우유 한국어'],
    ['Tamil', 'தமிழ்'],
    ['Bengali', 'বাংলা'],
    ['Chinese', '牛奶'],
    ['Georgian', 'ქართული'],
    ['Amharic', 'አማርኛ'],
  ])('keeps %s', (_, text) => {
    expect(folded(text)).toBe(text.normalize('NFKC'));
  });

  it('is the same when it is folded again', () => {
    for (const text of ['Crème Straße İ ΟΔΟΣ', 'مُحَمَّد', 'น้ำ がぎ 한국어 हिन्दी', '½ ﷺ ㎏'])
      expect(folded(folded(text))).toBe(folded(text));
  });

  it('knows where in the original each character stands', () => {
    const { text, origins } = foldText('Aße\u0301!');
    expect([text, origins]).toEqual(['asse!', [0, 1, 1, 2, 4, 5]]);
  });
});

describe('words', () => {
  it.each([
    ['Pay rent (again): 12,50 €', ['pay', 'rent', 'again', '12', '50']],
    ["don't e-mail O’Neil", ['don', 't', 'e', 'mail', 'o', 'neil']],
    ['call 555-1234', ['call', '555', '1234']],
    ['🎂 for Anna', ['🎂', 'for', 'anna']],
    ['हिन्दी सीखना', ['हिन्दी', 'सीखना']],
    ['우유를 사다', ['우유를', '사다']],
    ['买 iPhone 手机', ['买', 'iphone', '手机']],
    ['カレーを作る', ['カレーを作る']],
    [`:*&|!()<->'"\\ \0 \ud800 <script>`, ['script']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('of a script without spaces are found by pairs of characters, and the last one by itself', () => {
    expect(indexedWords(['去买牛奶'])).toEqual(['去买', '买牛', '牛奶', '奶']);
    expect(indexedWords(['ซื้อนม'])).toContain('นม');
  });

  it('are each there once, and none is longer than an index takes', () => {
    expect(indexedWords(['Milk, milk', 'MILK'])).toEqual(['milk']);
    const [cut = ''] = indexedWords(['\ufdfa'.repeat(240).replaceAll(/\s/g, '')]);
    expect(Array.from(cut).length).toBeLessThanOrEqual(40);
    expect(indexedWords(['a'.repeat(240)])).toEqual(['a'.repeat(40)]);
  });
});
