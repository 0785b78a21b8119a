import { describe, expect, it } from '@jest/globals';
import { faultsOf, keysLike, OPEN, textsOf, type Said } from '../../../../test/support/texts/asked.js';
import { saidInSource, wordsInScript } from '../../../../test/support/texts/in-source.js';
import { saidInTemplate } from '../../../../test/support/texts/in-template.js';
import { read, SCRIPTS, SOURCES, TEMPLATES } from '../../../../test/support/texts/web-files.js';
import { CATALOGUE } from './index.js';

const areas = Object.keys(CATALOGUE.en);

/** The area of the catalogue whose texts a script gets as `words`. */
const areaOf = (script: string) => (script.endsWith('/keys.js') ? 'keys' : 'scripts');

const saidInScript = (file: string): readonly Said[] =>
  wordsInScript(read(file)).map((name) => ({ keys: keysLike(`${areaOf(file)}.${name}`) }));

const said: ReadonlyMap<string, readonly Said[]> = new Map([
  ...TEMPLATES.map((file) => [file, saidInTemplate(read(file))] as const),
  ...SOURCES.map((file) => [file, saidInSource(read(file), areas)] as const),
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
    expect([...textsOf('en').keys()].filter((key) => !all.some(({ keys }) => keys.test(key)))).toEqual([]);
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
    ["{{say 'page.missing'}}", ['no text is ^page\\.missing$']],
    [
      "<p>{{#if a}}{{#each b}}{{> empty heading=(say 'page.missing')}}{{/each}}{{/if}}</p>",
      ['no text is ^page\\.missing$'],
    ],
    ["{{say 'page.named' name=a}}", ['page.named needs count']],
    ["{{say 'page.plain' name=a}}", ['^page\\.plain$ has no place for name']],
    ["{{say 'page.linked' name=a}}", ['page.linked needs list']],
    ["{{say 'page.linked' name=a list=(link (url '/'))}}{{say 'page.named' name=a count=b}}", []],
  ])('in the template %s', (template, found) => {
    expect(faultsIn(saidInTemplate(template))).toEqual(found);
  });

  it.each([
    ["say('page.missing')", ['no text is ^page\\.missing$', 'no text is ^page\\.missing$']],
    ["say('page.named')", ['page.named needs name', 'page.named needs count']],
    ["say('page.named', { name, count: 1, day })", ['^page\\.named$ has no place for day']],
    [
      "const key = a ? 'page.named' : 'page.plain'; say(key);",
      ['page.named needs name', 'page.named needs count'],
    ],
    ["say('page.linked', { name, list })", ['page.linked needs bdi']],
    ['say(`other.${kind}`)', ['no text is ^other\\.[\\w-]+$']],
    ["say(`page.${kind}`, { name, count, list, bdi }); say('page.named', { ...values });", []],
    ["const keys = { a: 'page.plain' }; say(keys.a); sayInHtml('page.linked', { name, list });", []],
  ])('in the source %s', (source, found) => {
    expect(faultsIn(saidInSource(source, ['page']))).toEqual(found);
  });

  it('where a script takes a text', () => {
    const script =
      "f(words.one, words['two'], words[`go-${place}`], words[a ? 'three' : 'four'], other.five)";
    expect(wordsInScript(script)).toEqual(['one', 'two', `go-${OPEN}`, 'three', 'four']);
    expect(wordsInScript("const KEYS = ['one']; f(words[KEYS[0]])")).toEqual(['one']);
  });
});
