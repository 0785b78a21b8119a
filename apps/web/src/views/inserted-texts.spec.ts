import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const folder = new URL('../../views/', import.meta.url);
const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.hbs'),
);

/** Attributes that people read or hear. All others are for machines; the `value` of a field stands alone. */
const READ = new Set(['aria-label', 'alt', 'title', 'placeholder']);

/** Helpers that isolate, or whose words are ours. */
const HELPERS = new Set(
  'isolated time day clock moment count sum pageSize say asset script language zone'.split(' '),
);

/** What is nobody's text: numbers, ids, and sentences of ours, in which `words` isolates what is inserted. */
const OURS = new Set(
  [
    'open done status requestId range',
    'message heading words text error field.error undo.label label hint',
    '@root.title @root.notice.text ../placeholder',
    'roleName as invitation.as refusedWords @root.refusedWords @root.saidWords',
  ].flatMap((names) => names.split(' ')),
);

/** An element whose direction is its own, and which has nothing in it but what is inserted. */
const ISOLATED = [/<bdi>$/, /<\w+[^<>]*\sdir="auto"[^<>]*>(<(a|strong)[^<>]*>)?$/];

/** The row is a grid, which makes each of its parts a paragraph of its own. */
const CELL = /<span class="title">$/;

/** The insertions of a template that somebody could read as a part of our sentence. */
function openInsertions(template: string): string[] {
  // What includes and decides inserts nothing, but may look like a tag.
  const html = template.replaceAll(/\{\{(?:[#/]|>|else).*?\}\}/g, '');
  return [...html.matchAll(/\{\{([^}]+)\}\}/g)]
    .filter(({ 0: { length }, 1: expression = '', index }) => {
      const [path = '', ...args] = expression.trim().split(/\s+/);
      if (OURS.has(path) || HELPERS.has(path)) return false;
      const before = html.slice(0, index);
      const attribute = attributeAt(before);
      if (attribute !== undefined) return READ.has(attribute);
      const isAlone = html.slice(index + length).startsWith('</') && args.length === 0;
      return !(isAlone && [...ISOLATED, CELL].some((element) => element.test(before)));
    })
    .map(([whole]) => whole);
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
