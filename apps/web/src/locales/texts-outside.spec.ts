import { describe, expect, it } from '@jest/globals';
import { textsInSource } from '../../../../test/support/texts/in-source.js';
import { textsInTemplate } from '../../../../test/support/texts/in-template.js';
import { NOT_TEXTS } from '../../../../test/support/texts/not-texts.js';
import { read, SCRIPTS, SOURCES, TEMPLATES } from '../../../../test/support/texts/web-files.js';

const foundIn = (file: string) =>
  (file.endsWith('.hbs') ? textsInTemplate : textsInSource)(read(file)).filter(
    (text) => !NOT_TEXTS[file]?.includes(text),
  );

const files = [...TEMPLATES, ...SOURCES, ...SCRIPTS];

describe('every text that people read is in the catalogue', () => {
  it('and none in a template, a source or a script', () => {
    const found = files.map((file) => [file, foundIn(file)]);
    expect(found.filter(([, texts]) => texts?.length)).toEqual([]);
  });

  it('and what is no text is listed no longer than it has to be', () => {
    const listed = Object.entries(NOT_TEXTS).flatMap(([file, texts]) => {
      const found = files.includes(file)
        ? (file.endsWith('.hbs') ? textsInTemplate : textsInSource)(read(file))
        : [];
      return texts.filter((text) => !found.includes(text)).map((text) => `${file}: ${text}`);
    });
    expect(listed).toEqual([]);
  });
});

describe('a text outside of the catalogue is found', () => {
  it.each([
    ['<h1>Your lists</h1>', ['Your lists']],
    ['<p>{{name}}: {{#if open}}still open{{else}}done{{/if}}</p>', [': still opendone']],
    ['<input placeholder="A list" aria-label="{{#if a}}Name{{/if}}" class="wide">', ['A list', 'Name']],
    ['<form class="a" data-failed="That did not work" method="post"></form>', ['That did not work']],
    ["{{> field label='Name' type='text' hint=(say 'page.hint')}}", ['Name']],
    ["{{#> empty heading='Nothing'}}{{count open 'list'}}{{/empty}}", ['Nothing', 'list']],
    ["<title>{{title}} · Garbanzo</title><p class=\"meta\">{{say 'page.lists'}} · &nbsp;{{url '/'}}</p>", []],
    ['{{! What this is for. }}<p dir="auto">{{#if (is show \'all\')}}{{title}}{{/if}}</p>', []],
  ])('in the template %s', (template, found) => {
    expect(textsInTemplate(template)).toEqual(found);
  });

  it.each([
    ["const text = 'Give it a name.';", ['Give it a name.']],
    ["throw new BadRequestException('That makes no sense');", ['That makes no sense']],
    ['title: `History of ${name}`', ['History of \uFFFC']],
    ['const words = `${who} has left`;', ['\uFFFC has left']],
    ["const label = { path: '/', label: 'Undo' };", ['Undo']],
    ["as = 'an owner who can do everything'", ['an owner who can do everything']],
    ["class A extends ForbiddenException { constructor() { super('Not for you'); } }", ['Not for you']],
    ["throw new Error('There is no such text');", []],
    ["class A extends Error { constructor() { super('Nobody is there'); } }", []],
    ['this.logger.error({ err }, `${name} has failed for good`);', []],
    ["import a from 'Some Module'; type B = 'This Is A Type'; const c = { 'Not A Text': 1 };", []],
    ["const header = 'X-Request-Id'; const type = 'text/html; charset=utf-8'; sql`Select all of it`;", []],
  ])('in the source %s', (source, found) => {
    expect(textsInSource(source)).toEqual(found);
  });
});
