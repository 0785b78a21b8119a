import Handlebars from 'handlebars';
import type { Said } from './asked.js';
import { OPEN } from './literals.js';

type Node = hbs.AST.Node;

/** Attributes that people read or hear. All others are for machines. */
export const READ = ['aria-label', 'alt', 'title', 'placeholder'];

/** Helpers to which literals are given that nobody reads. */
const MACHINES = new Set(
  'say url inWorkspace here asset script is sum time day clock moment lookup if unless each with'.split(' '),
);

/** Values of a part of a page that nobody reads. */
const MACHINE_VALUES = new Set(['type', 'autocomplete', 'show', 'undo']);

/** What a template says by a key. */
export function saidInTemplate(template: string): readonly Said[] {
  return valuesSaid(template).map(({ key, values }) => ({
    keys: [key],
    given: [...values.keys()],
    inHtml: true,
  }));
}

/** The same with each value as it is written: `name`, or of a call the name of the helper. */
export function valuesSaid(template: string) {
  return nodesOf(template).flatMap((node) => {
    if (!isCall(node) || nameOf(node) !== 'say') return [];
    const [key] = node.params;
    // What has found out the key has it as a literal.
    if (!isText(key)) return [];
    const pairs = node.hash?.pairs ?? [];
    const values = new Map(pairs.map(({ key: name, value }) => [name, writtenAs(value)]));
    return [{ key: key.value, values }];
  });
}

const writtenAs = (value: Node) =>
  isCall(value) ? nameOf(value) : String('original' in value && value.original);

/** What stands in a template itself, and is read by people. */
export function textsInTemplate(template: string): readonly string[] {
  const html = htmlOf(Handlebars.parse(template)).replaceAll(/&\w+;/g, ' ');
  const around = html.replaceAll(/<[^<>]*>/g, '\n').split('\n');
  const literals = nodesOf(template).flatMap(literalsRead);
  return [...around, ...attributesIn(html), ...literals]
    .map((text) => text.replaceAll(OPEN, ' ').trim())
    .filter((text) => /\p{L}/u.test(text) && !/^(?:· )?Garbanzo$/.test(text));
}

/** Those that are read, and any other that looks like a sentence: a script may say it. */
function attributesIn(html: string): string[] {
  return [...html.matchAll(/\s([\w-]+)="([^"]*)"/g)]
    .filter(([, name = '', value = '']) => READ.includes(name) || /^\p{Lu}.* /u.test(value))
    .map(([, , value = '']) => value);
}

function literalsRead(node: Node): string[] {
  if (!isCall(node)) return [];
  const isMachine = MACHINES.has(nameOf(node));
  const params = isMachine ? [] : node.params;
  const values = isMachine
    ? []
    : (node.hash?.pairs ?? []).filter(({ key }) => !MACHINE_VALUES.has(key)).map(({ value }) => value);
  return [...params, ...values].filter(isText).map(({ value }) => value);
}

/** Of all branches, one behind the other; `OPEN` stands for what is inserted. */
function htmlOf(program: hbs.AST.Program | undefined): string {
  const parts = (program?.body ?? []).map((node) => {
    if (node.type === 'ContentStatement') return (node as hbs.AST.ContentStatement).value;
    if ('program' in node) {
      const { program, inverse } = node as hbs.AST.BlockStatement;
      return htmlOf(program) + htmlOf(inverse);
    }
    return node.type === 'MustacheStatement' ? OPEN : '';
  });
  return parts.join('');
}

type Call = Node & Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>;

const isCall = (node: Node): node is Call => 'params' in node;

const isText = (node: Node | undefined): node is hbs.AST.StringLiteral => node?.type === 'StringLiteral';

function nameOf(node: Call): string {
  const path = 'path' in node ? node.path : undefined;
  return typeof path === 'object' && path !== null && 'original' in path ? String(path.original) : '';
}

/** Every node below one, whatever leads to it. */
function nodesOf(template: string): readonly Node[] {
  const below = (value: unknown): Node[] => {
    if (Array.isArray(value)) return value.flatMap(below);
    if (typeof value !== 'object' || value === null) return [];
    const nodes = Object.values(value).flatMap(below);
    return 'type' in value ? [value as Node, ...nodes] : nodes;
  };
  return below(Handlebars.parse(template));
}
