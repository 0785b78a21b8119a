import { describe, expect, it } from '@jest/globals';
import { textsOf } from '../../../../test/support/texts/asked.js';
import { incompletePlurals, placesOf, shapeOf } from '../../../../test/support/texts/places.js';
import { LANGUAGES } from './index.js';
import { TAGS } from './tags.js';

const english = textsOf('en');
const others = LANGUAGES.filter((language) => language !== 'en');

/** What is the same word in German. */
const SAME = new Set<string>([
  'account.token-in',
  'account.token-name',
  'credentials.passkey-name',
  'credentials.passkeys',
  'labels.orange',
  'problems.name',
  'search.in-list',
  'signIn.code',
  'workspaces.name',
]);

/** Whether a text is the same in another language, though it says something: a mark or a value alone does not. */
const isUntranslated = (key: string, text: string) =>
  english.get(key) === text && /\p{L}/u.test(text.replaceAll(/\{\w+\}|<[^>]*>/g, '')) && !SAME.has(key);

describe.each([...LANGUAGES])('the texts in %s', (language) => {
  const texts = [...textsOf(language)];

  it('can be read, and have every plural that the language needs', () => {
    const incomplete = texts.filter(([, text]) => incompletePlurals(text, TAGS[language]).length > 0);
    expect(incomplete).toEqual([]);
  });

  it('have the same places as in English', () => {
    const shapes = new Map(texts.map(([key, text]) => [key, shapeOf(text)]));
    expect(shapes).toEqual(new Map([...english].map(([key, text]) => [key, shapeOf(text)])));
  });
});

it.each(others)('nothing has been left in English in %s', (language) => {
  const texts = [...textsOf(language)];
  expect(texts.filter(([key, text]) => isUntranslated(key, text))).toEqual([]);
  expect([...SAME].filter((key) => textsOf(language).get(key) !== english.get(key))).toEqual([]);
});

describe('what is wrong with a text is found', () => {
  it.each(['{name', '<strong>now', '{count, plural, one {# list}}', '{count, plural'])(
    'nobody can read %s',
    (text) => {
      expect(() => placesOf(text)).toThrow(SyntaxError);
    },
  );

  it.each([
    ['{count, plural, other {# lists}}', ['count']],
    ['<strong>{count, plural, =1 {a list} other {# lists}}</strong>', ['count']],
    ['{kind, select, list {{count, plural, other {#}}} other {it}}', ['count']],
    ['{count, plural, one {# list} other {# lists}}', []],
  ])('a plural is missing: %s', (text, found) => {
    expect(incompletePlurals(text, 'de-DE')).toEqual(found);
  });

  it.each([
    ['{name} has left', '{who} has left'],
    ['<bdi>{name}</bdi> has left', '{name} has left'],
    ['<list>To the list</list>', '<strong>To the list</strong>'],
    ['{kind, select, list {one} other {none}}', '{kind, select, todo {one} other {none}}'],
    ['{kind, select, list {by {name}} other {none}}', '{kind, select, list {by} other {none}}'],
  ])('other places: %s, %s', (one, other) => {
    expect(shapeOf(one)).not.toEqual(shapeOf(other));
  });

  it('a place in another order, or said with a plural, is the same place', () => {
    expect(shapeOf('{name}: {count}')).toEqual(
      shapeOf('{count, plural, one {one of {name}} other {# of {name}}}'),
    );
  });

  it('nobody has translated it', () => {
    const found = ['Lists', 'Listen'].map((text) => isUntranslated('page.lists', text));
    expect(found).toEqual([true, false]);
  });
});
