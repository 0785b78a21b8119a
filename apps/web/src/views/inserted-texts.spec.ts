import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { textsOf } from '../../../../test/support/texts/asked.js';
import { READ, valuesSaid } from '../../../../test/support/texts/in-template.js';
import { placesOf } from '../../../../test/support/texts/places.js';
import { LANGUAGES } from '../locales/index.js';

const folder = new URL('../../views/', import.meta.url);
const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.hbs'),
);

/** Helpers that isolate, or whose words are ours. What `say` is given is judged by itself. */
const HELPERS = new Set(
  'isolated names time day clock moment sum pageSize say link asset script language zone recurrenceWords weekdayOf colourWords'.split(
    ' ',
  ),
);

/** What is nobody's text: numbers, ids, and sentences of ours, in which `words` isolates what is inserted. */
const OURS = new Set(
  [
    'open done status requestId range itemCount tickedCount',
    'says message heading words text problem error field.error undo.label label hint',
    'date madeAt note notice.text notice.undo.label',
    '@root.title @root.notice.text @root.live.asOf ../placeholder',
    // Each paragraph has a direction of its own: see `renderNote`.
    'html edit.note.html',
    // Made of a template by itself.
    '@root.side',
    'roleName as invitation.as refusedWords @root.refusedWords @root.saidWords',
  ].flatMap((names) => names.split(' ')),
);

/** An element whose direction is its own, and which has nothing in it but what is inserted; browsers skip a line break there. */
const ISOLATED = [/<bdi>$/, /<\w+[^<>]*\sdir="auto"[^<>]*>(<(a|strong)[^<>]*>)?\n?$/];

/** The row is a grid, which makes each of its parts a paragraph of its own. */
const CELL = /<span class="title">$/;

/** The insertions of a template that somebody could read as a part of our sentence. */
function openInsertions(template: string): string[] {
  // What includes and decides inserts nothing, but may look like a tag.
  const html = template.replaceAll(/\{\{(?:[#/!]|>|else).*?\}\}/g, '');
  return [...html.matchAll(/\{\{([^}]+)\}\}/g)]
    .filter(({ 0: { length }, 1: expression = '', index }) => {
      const [path = '', ...args] = expression.trim().split(/\s+/);
      if (OURS.has(path) || HELPERS.has(path)) return false;
      const before = html.slice(0, index);
      const attribute = attributeAt(before);
      if (attribute !== undefined) return READ.includes(attribute);
      const isAlone = html.slice(index + length).startsWith('</') && args.length === 0;
      return !(isAlone && [...ISOLATED, CELL].some((element) => element.test(before)));
    })
    .map(([whole]) => whole);
}

/** The values of texts that are put into a sentence as somebody has written them. */
function openValues(template: string, texts = LANGUAGES.map(textsOf)): string[] {
  return valuesSaid(template).flatMap(({ key, values }) =>
    [...values]
      .filter(([, path]) => !OURS.has(path) && !HELPERS.has(path))
      .filter(([name]) => texts.some((language) => !isolates(language.get(key) ?? '', name)))
      .map(([name]) => `${key}: ${name}`),
  );
}

/** What is compared or counted is no text. */
function isolates(text: string, name: string): boolean {
  const open = text.replaceAll(`<bdi>{${name}}</bdi>`, '');
  return placesOf(open).every(
    (place) => place.name !== name || ['plural', 'ordinal', 'select'].includes(place.kind),
  );
}

/** The texts with elements in them that stand in attributes, where an element is shown as it is written. */
function elementsInAttributes(template: string, texts = LANGUAGES.map(textsOf)): string[] {
  const html = template.replaceAll(/\{\{(?:[#/!]|>|else).*?\}\}/g, '');
  return [...html.matchAll(/\{\{say '([^']+)'[^}]*\}\}/g)]
    .filter(({ index }) => attributeAt(html.slice(0, index)) !== undefined)
    .flatMap(([, key = '']) => (texts.some((language) => language.get(key)?.includes('<')) ? [key] : []));
}

/** The attribute whose value goes on at the end of this text; undefined outside of tags. */
function attributeAt(before: string): string | undefined {
  if (before.lastIndexOf('<') < before.lastIndexOf('>')) return undefined;
  return /\s([\w-]+)="[^"]*$/.exec(before)?.[1] ?? '';
}

describe('what somebody has written', () => {
  it.each(templates)('keeps its direction to itself wherever it is inserted: %s', (file) => {
    expect(openInsertions(readFileSync(new URL(file, folder), 'utf8'))).toEqual([]);
  });

  it.each(templates)('and in a text of the catalogue: %s', (file) => {
    const template = readFileSync(new URL(file, folder), 'utf8');
    expect([...openValues(template), ...elementsInAttributes(template)]).toEqual([]);
  });

  it.each([
    ["<p>{{say 'a.left' name=name}}</p>", ['a.left: name']],
    ['<a aria-label="{{say \'a.left\' name=@root.name}}"></a>', ['a.left: name']],
    ["{{> part heading=(say 'a.left' name=../name)}}", ['a.left: name']],
    ["{{say 'a.both' name=name count=mine}}", ['a.both: name']],
    ["{{say 'a.counted' name=name count=mine}}{{say 'a.left' name=(isolated name)}}", []],
    ["{{say 'a.left' name=(time removedAt)}}{{say 'a.left' name=open}}", []],
  ])('is found where a text does not isolate it: %s', (template, found) => {
    const texts = new Map([
      ['a.left', '{name} has left'],
      ['a.both', '<bdi>{name}</bdi>: {count, plural, one {# of {name}} other {# of <bdi>{name}</bdi>}}'],
      ['a.counted', '{count, plural, one {# of <bdi>{name}</bdi>} other {#}}'],
    ]);
    expect(openValues(template, [texts])).toEqual(found);
  });

  it.each([
    ["<a title=\"{{#if b}}{{say 'a.bold'}}{{/if}}\">{{say 'a.bold'}}</a>", ['a.bold']],
    ["<a title=\"{{say 'a.plain'}}\">{{say 'a.bold'}}</a>", []],
  ])('is found where an attribute would show an element: %s', (template, found) => {
    const texts = new Map([
      ['a.bold', '<strong>bold</strong>'],
      ['a.plain', 'plain'],
    ]);
    expect(elementsInAttributes(template, [texts])).toEqual(found);
  });

  it.each([
    ['<p>It is in {{listName}} now.</p>', ['{{listName}}']],
    ['<p>{{#if late}}late: {{/if}}{{title}}</p>', ['{{title}}']],
    ['<p dir="auto">It is {{name}}</p>', ['{{name}}']],
    ['<button aria-label="Edit: {{title}}">Edit</button>', ['{{title}}']],
    ['<p>{{#> part}}{{this}}{{/part}}</p>', ['{{this}}']],
    ['<p>It is in <bdi>{{listName}}</bdi> now: {{open}}.</p>', []],
    ['<h1 dir="auto">{{name}}</h1><input name="{{name}}" value="{{title}}">', []],
    ['<button aria-label="Edit: {{isolated title}}">Edit</button>', []],
  ])('is found where it does not: %s', (template, found) => {
    expect(openInsertions(template)).toEqual(found);
  });
});
