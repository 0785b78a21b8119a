import ts from 'typescript';
import { nodesOf, textOf } from './literals.js';

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
