import ts from 'typescript';
import { OPEN, type Said } from './asked.js';

/** `todos.added`, and no file of that name. */
const KEY = /^[a-z]\w*\.(?!js$)(?:[\w-]|\uFFFC)+$/;

/** What a source says by a key, and every key that it names to be said elsewhere. */
export function saidInSource(source: string, areas: readonly string[]): readonly Said[] {
  const nodes = nodesOf(source);
  const constants = new Map(
    nodes.filter(ts.isVariableDeclaration).map(({ name, initializer }) => [name.getText(), initializer]),
  );
  const calls = nodes.filter(ts.isCallExpression).flatMap((call) => saidBy(call, constants));
  const named = nodes
    .flatMap((node) => textOf(node) ?? [])
    .filter((text) => KEY.test(text) && areas.includes(text.split('.')[0] ?? ''));
  return [...calls, ...named.map((key) => ({ key }))];
}

/** Whatever a source calls something: one of these is the part of a key that is found out when it is said. */
export function namesIn(source: string): readonly string[] {
  return nodesOf(source).flatMap((node) => (ts.isIdentifier(node) ? node.text : (textOf(node) ?? [])));
}

type Constants = ReadonlyMap<string, ts.Expression | undefined>;

function saidBy({ expression, arguments: [key, values] }: ts.CallExpression, constants: Constants): Said[] {
  const name = expression.getText();
  if (name !== 'say' && name !== 'sayInHtml') return [];
  return keysOf(key, constants).map((text) => ({
    key: text,
    given: givenBy(values),
    inHtml: name === 'sayInHtml',
  }));
}

/** None where another file has found out the key. */
function keysOf(node: ts.Expression | undefined, constants: Constants): readonly string[] {
  if (node === undefined) return [];
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].flatMap((branch) => keysOf(branch, constants));
  if (ts.isIdentifier(node)) return keysOf(constants.get(node.text), constants);
  return [textOf(node) ?? []].flat();
}

function givenBy(values: ts.Expression | undefined): readonly string[] | undefined {
  if (values === undefined) return [];
  if (!ts.isObjectLiteralExpression(values) || values.properties.some(ts.isSpreadAssignment))
    return undefined;
  return values.properties.map(({ name }) => name?.getText() ?? '');
}

/** The names of the texts that a script takes out of `words`; `OPEN` where it finds one out. */
export function wordsInScript(source: string): readonly string[] {
  const nodes = nodesOf(source);
  return nodes.flatMap((node) => {
    if (!isAccess(node) || node.expression.getText() !== 'words' || hasOwnWords(node)) return [];
    if (ts.isPropertyAccessExpression(node)) return [node.name.text];
    const names = keysOf(node.argumentExpression, new Map());
    // Where a script finds out what it says, it may be whatever the script has a literal for.
    return names.length > 0 ? names : nodes.flatMap((each) => textOf(each) ?? []);
  });
}

const isAccess = (node: ts.Node) => ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);

/** Whether its function calls something else so. */
function hasOwnWords(node: ts.Node): boolean {
  const around = ts.findAncestor(node, ts.isFunctionLike);
  return /\b(?:const|let) words\b/.test(around?.getText() ?? '');
}

/** What stands in a source itself, and looks as if people read it. */
export function textsInSource(source: string): readonly string[] {
  return nodesOf(source)
    .filter((node) => looksRead(textOf(node) ?? '') && !isForMachines(node))
    .flatMap((node) => textOf(node) ?? []);
}

const SENTENCE = /^[^]*[\p{L}\uFFFC][,:;’]? [^]*[\p{L}\uFFFC][.!?…]$/u;
const BEGINNING = /^[“„]?[\p{Lu}\uFFFC][\p{L}\uFFFC-]*[,:]? [“„]?[\p{L}\uFFFC]/u;
const WORD = /^\p{Lu}\p{Ll}+$/u;
const WORDS = /^\p{L}+(?:,? \p{L}+){3}/u;

const looksRead = (text: string) =>
  [SENTENCE, BEGINNING, WORD, WORDS].some((pattern) => pattern.test(text)) && /\p{L}{2}/u.test(text);

/** Bugs, logs, names of modules and properties, and types. */
function isForMachines(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isTypeNode(parent) || ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isTaggedTemplateExpression(parent)) return true;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  return hasAround(node, (each) => isBug(each) || isLog(each));
}

function hasAround(node: ts.Node, isMeant: (node: ts.Node) => boolean): boolean {
  for (let each = node.parent; each !== undefined && !ts.isStatement(each); each = each.parent) {
    if (isMeant(each)) return true;
  }
  return isMeant(node.parent);
}

const isBug = (node: ts.Node) =>
  (ts.isNewExpression(node) && /^(?:Type|Range)?Error$/.test(node.expression.getText())) ||
  (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword && extendsError(node));

function extendsError(node: ts.Node): boolean {
  if (ts.isClassLike(node))
    return node.heritageClauses?.some((clause) => clause.getText().endsWith('extends Error')) === true;
  return node.parent !== undefined && extendsError(node.parent);
}

const isLog = (node: ts.Node) => ts.isCallExpression(node) && /\blogger\b/.test(node.expression.getText());

/** Of a literal, and of one with something inserted. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => OPEN + literal.text).join('');
}

function nodesOf(source: string): readonly ts.Node[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}
