import ts from 'typescript';

/** What is inserted into a text. */
export const OPEN = '\uFFFC';

/** Of a literal, and of one with something inserted. */
export function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => OPEN + literal.text).join('');
}

export function nodesOf(source: string | ts.SourceFile): readonly ts.Node[] {
  const file =
    typeof source === 'string'
      ? ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
      : source;
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}
