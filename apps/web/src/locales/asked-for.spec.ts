import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { faultsOf, OPEN, says, textsOf, type Said } from '../../../../test/support/texts/asked.js';
import { namesIn, saidInSource, wordsInScript } from '../../../../test/support/texts/in-source.js';
import { saidInTemplate } from '../../../../test/support/texts/in-template.js';
import { LIBS, read, SCRIPTS, SOURCES, TEMPLATES } from '../../../../test/support/texts/web-files.js';
import { CATALOGUE } from './index.js';

const areas = Object.keys(CATALOGUE.en);

/** The area of the catalogue whose texts a script gets as `words`. */
const areaOf = (script: string) => (script.endsWith('/keys.js') ? 'keys' : 'scripts');

const saidInScript = (file: string): readonly Said[] =>
  wordsInScript(read(file)).map((name) => ({ key: `${areaOf(file)}.${name}` }));

const namesOf = (files: readonly string[]) => files.flatMap((file) => namesIn(read(file)));

/** What is found out about a key is said by a lib, or by what stands beside. */
const ofLibs = namesOf(LIBS);
const beside = Map.groupBy(SOURCES, dirname);
const names = new Map(
  [...beside].map(([folder, files]) => [folder, new Set([...ofLibs, ...namesOf(files)])]),
);

function saidIn(file: string): readonly Said[] {
  const known = names.get(dirname(file)) ?? new Set();
  return saidInSource(read(file), areas).map((one) => ({ ...one, names: known }));
}

const said: ReadonlyMap<string, readonly Said[]> = new Map([
  ...TEMPLATES.map((file) => [file, saidInTemplate(read(file))] as const),
  ...SOURCES.map((file) => [file, saidIn(file)] as const),
  ...SCRIPTS.map((file) => [file, saidInScript(file)] as const),
]);

describe('every text', () => {
  it('that something asks for is there, and gets exactly the values that it has places for', () => {
    const faults = [...said].flatMap(([file, all]) =>
      all.flatMap((one) => faultsOf(one)).map((fault) => `${file}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('is asked for by something', () => {
    const all = [...said.values()].flat();
    expect([...textsOf('en').keys()].filter((key) => !all.some((one) => says(one, key)))).toEqual([]);
  });
});

const TEXTS = new Map([
  ['page.plain', 'Lists'],
  ['page.named', '{name} has {count, plural, one {# list} other {# lists}}'],
  ['page.linked', '<list>To <bdi>{name}</bdi></list>'],
]);

const faultsIn = (all: readonly Said[]) => all.flatMap((one) => faultsOf(one, TEXTS));

describe('what is wrong is found', () => {
  it.each([
    ["{{say 'page.missing'}}", ['there is no page.missing']],
    [
      "<p>{{#if a}}{{#each b}}{{> empty heading=(say 'page.missing')}}{{/each}}{{/if}}</p>",
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
    ["say('page.missing')", ['there is no page.missing', 'there is no page.missing']],
    ["say('page.named')", ['page.named needs name', 'page.named needs count']],
    ["say('page.named', { name, count: 1, day })", ['page.named has no place for day']],
    [
      "const key = a ? 'page.named' : 'page.plain'; say(key);",
      ['page.named needs name', 'page.named needs count'],
    ],
    ["say('page.linked', { name, list })", ['page.linked needs bdi']],
    ['say(`other.${kind}`)', ['there is no other.\uFFFC']],
    ["say(`page.${kind}`, { name, count, list, bdi }); say('page.named', { ...values });", []],
    ["const keys = { a: 'page.plain' }; say(keys.a); sayInHtml('page.linked', { name, list });", []],
  ])('in the source %s', (source, found) => {
    expect(faultsIn(saidInSource(source, ['page']))).toEqual(found);
  });

  it('what a part of a key cannot be is not said by it', () => {
    const names = new Set(namesIn("type Kind = 'plain' | 'linked'; const named = {};"));
    const one: Said = { key: `page.${OPEN}`, names };
    expect([...TEXTS.keys()].filter((key) => says(one, key))).toEqual([...TEXTS.keys()]);
    expect(['page.other', 'page.', 'pages.plain', 'a.page.plain'].filter((key) => says(one, key))).toEqual(
      [],
    );
  });

  it('where a script takes a text', () => {
    const script =
      "f(words.one, words['two'], words[`go-${place}`], words[a ? 'three' : 'four'], other.five)";
    expect(wordsInScript(script)).toEqual(['one', 'two', `go-${OPEN}`, 'three', 'four']);
    expect(wordsInScript("const KEYS = ['one']; f(words[KEYS[0]])")).toEqual(['one']);
  });
});
