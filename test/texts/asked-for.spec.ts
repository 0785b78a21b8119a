import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../../apps/web/src/locales/index.js';
import { faultsOf, textsOf, type Said } from '../support/texts/asked.js';
import { wordsInScript } from '../support/texts/in-script.js';
import { saidInTemplate } from '../support/texts/in-template.js';
import { OPEN } from '../support/texts/literals.js';
import { programOf, saidInSource } from '../support/texts/said-in-sources.js';
import { pathOf, read, SCRIPTS, SOURCES, TEMPLATES } from '../support/texts/web-files.js';

const areas = Object.keys(CATALOGUE.en);
const texts = textsOf('en');
const program = programOf(SOURCES.map(pathOf));

/** What a script gets as `words` is one area of the catalogue. */
function saidInScript(file: string): readonly Said[] {
  const area = areaOf(file);
  return wordsInScript(read(file)).map((name) => ({ keys: keysLike(`${area}.${name}`) }));
}

/** See `asset-sources.ts`. */
function areaOf(file: string): string {
  if (file.endsWith('/keys.js')) return 'keys';
  else if (file.endsWith('/choose.js')) return 'chosen';
  else return /\/drag(?:ged-row)?\.js$/.test(file) ? 'drag' : 'scripts';
}

function keysLike(text: string): readonly string[] {
  if (!text.includes(OPEN)) return [text];
  const pattern = new RegExp(`^${text.replaceAll(OPEN, '[\\w-]+')}$`);
  return [...texts.keys()].filter((key) => pattern.test(key));
}

const said: ReadonlyMap<string, readonly Said[]> = new Map([
  ...TEMPLATES.map((file) => [file, saidInTemplate(read(file))] as const),
  ...SOURCES.map((file) => [file, saidInSource(program, pathOf(file), areas)] as const),
  ...SCRIPTS.map((file) => [file, saidInScript(file)] as const),
]);

describe('every text', () => {
  it('that something asks for is there, and gets exactly the values that it has places for', () => {
    const faults = [...said].flatMap(([file, all]) =>
      all.flatMap((one) => faultsOf(one, texts)).map((fault) => `${file}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('is asked for by something', () => {
    const asked = new Set([...said.values()].flat().flatMap(({ keys }) => keys));
    expect([...texts.keys()].filter((key) => !asked.has(key))).toEqual([]);
  });
});

const TEXTS = new Map([
  ['page.plain', 'Lists'],
  ['page.named', '{name} has {count, plural, one {# list} other {# lists}}'],
  ['page.linked', '<list>To <bdi>{name}</bdi></list>'],
]);

const faultsIn = (all: readonly Said[]) => [...new Set(all.flatMap((one) => faultsOf(one, TEXTS)))];

const DECLARED = `
  type MessageKey = 'page.plain' | 'page.named' | 'page.linked' | 'page.missing';
  type Values = { readonly [name: string]: string | number };
  declare function say(key: MessageKey, values?: Values): string;
  declare function sayInHtml(key: MessageKey, values: object): string;
  declare const [kind, name, key, values]: ['plain' | 'named', string, MessageKey, Values];
`;

function faultsInSource(source: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-texts-'));
  try {
    const file = join(folder, 'source.ts');
    writeFileSync(file, `${DECLARED}${source}\nexport {};\n`);
    return faultsIn(saidInSource(programOf([file], { types: [] }), file, ['page']));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('what is wrong is found', () => {
  it.each([
    ["{{say 'page.missing'}}", ['there is no page.missing']],
    [
      "{{#if a}}{{#each b}}{{> empty heading=(say 'page.missing')}}{{/each}}{{/if}}",
      ['there is no page.missing'],
    ],
    ["{{say 'page.named' name=a}}", ['page.named needs count']],
    ["{{say 'page.plain' name=a}}", ['page.plain has no place for name']],
    ["{{say 'page.linked' name=a}}", ['page.linked needs list']],
    ["{{say 'page.linked' name=a list=(link (url '/'))}}{{say 'page.named' name=a count=b}}", []],
  ])('in the template %s', (template, found) => {
    expect(faultsIn(saidInTemplate(template))).toEqual(found);
  });

  it.each([
    ["say('page.missing')", ['there is no page.missing']],
    ["say('page.named', { name })", ['page.named needs count']],
    ["say('page.named', { name, count: 1, day: '' })", ['page.named has no place for day']],
    ["say(name ? 'page.named' : 'page.plain')", ['page.named needs name', 'page.named needs count']],
    [
      'say(`page.${kind}`, { name, day: 1 })',
      ['page.named needs count', 'page.plain, page.named has no place for day'],
    ],
    ["say('page.linked', { name, list: '' })", ['page.linked needs bdi']],
    ["const keys: Record<string, MessageKey> = { a: 'page.missing' }", ['there is no page.missing']],
    ["say(`page.${kind}`, { name, count: 1 }); sayInHtml('page.linked', { name, list: name })", []],
    ["say(key); say(key, values); say('page.named', values)", []],
    ["say('page.named', { name, ...values })", []],
    ["say('page.named', { ...{ name } })", ['page.named needs count']],
  ])('in the source %s', (source, found) => {
    expect(faultsInSource(`const answer = () => { ${source} };`)).toEqual(found);
  });

  it.each(["const WORDS = { a: say('page.plain') };", "class A { readonly words = say('page.plain'); }"])(
    'where nobody is being answered: %s',
    (source) => {
      expect(faultsInSource(source)).toEqual(['page.plain is said too early']);
    },
  );

  it('where a script takes a text', () => {
    const script =
      "f(words.one, words['two'], words[`go-${place}`], words[a ? 'three' : 'four'], other.five)";
    expect(wordsInScript(script)).toEqual(['one', 'two', `go-${OPEN}`, 'three', 'four']);
    expect(wordsInScript("const KEYS = ['one']; f(words[KEYS[0]])")).toEqual(['one']);
    expect(wordsInScript('function f() { const words = g(); return words.length; }')).toEqual([]);
  });
});
