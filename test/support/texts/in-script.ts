import ts from 'typescript';
import { nodesOf, textOf } from './literals.js';

/** The names of the texts that a script takes out of `words`; `OPEN` where it finds one out. */
export function wordsInScript(source: string): readonly string[] {
  const nodes = nodesOf(source);
  return nodes.flatMap((node) => {
    if (!isAccess(node) || node.expression.getText() !== 'words' || hasOwnWords(node)) return [];
    if (ts.isPropertyAccessExpression(node)) return [node.name.text];
    const names = namesIn(node.argumentExpression);
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

function namesIn(node: ts.Expression): readonly string[] {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(namesIn);
  return [textOf(node) ?? []].flat();
}
