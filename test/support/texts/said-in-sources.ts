import { resolve } from 'node:path';
import ts from 'typescript';
import type { Said } from './asked.js';
import { nodesOf, textOf } from './literals.js';

/** The sources as the compiler understands them: which keys a text may have follows from types. */
export function programOf(files: readonly string[], options: ts.CompilerOptions = {}): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    readonly config: object;
  };
  const parsed = ts.parseJsonConfigFileContent({ ...config, include: [], files }, ts.sys, resolve('.'));
  return ts.createProgram([...files], { ...parsed.options, ...options });
}

/** What a source says by a key, and every key that it names for others to say. */
export function saidInSource(program: ts.Program, file: string, areas: readonly string[]): readonly Said[] {
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`${file} is not among the sources`);
  const checker = program.getTypeChecker();
  const nodes = nodesOf(source);
  const named = nodes.filter((node) => {
    const [area = '', name = 'js'] = textOf(node)?.split('.') ?? [];
    return areas.includes(area) && name !== 'js';
  });
  return [
    ...nodes.filter(isSay).flatMap((call) => saidBy(call, checker)),
    ...named.map((node) => ({ keys: literalsOf(checker.getTypeAtLocation(node)) })),
  ];
}

const isSay = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && ['say', 'sayInHtml'].includes(node.expression.getText());

function saidBy(call: ts.CallExpression, checker: ts.TypeChecker): Said[] {
  const [key, values] = call.arguments;
  if (key === undefined) return [];
  const type = checker.getTypeAtLocation(key);
  // It may be any key: whoever has found it out has named it.
  if (type.aliasSymbol?.name === 'MessageKey') return [];
  const given = values === undefined ? [] : namesIn(values, checker);
  const tooEarly = ts.findAncestor(call, ts.isFunctionLike) === undefined;
  return [{ keys: literalsOf(type), given, tooEarly, inHtml: call.expression.getText() === 'sayInHtml' }];
}

/** Undefined when it may have any. The type of an object says nothing of what is spread into it and may have any. */
function namesIn(values: ts.Expression, checker: ts.TypeChecker): readonly string[] | undefined {
  const spread = ts.isObjectLiteralExpression(values) ? values.properties.filter(ts.isSpreadAssignment) : [];
  const parts = [values, ...spread.map(({ expression }) => expression)];
  const isOpen = parts.some((part) => namesOf(checker.getTypeAtLocation(part)) === undefined);
  return isOpen ? undefined : namesOf(checker.getTypeAtLocation(values));
}

/** Undefined when it may have any. */
function namesOf(type: ts.Type): readonly string[] | undefined {
  return type.getStringIndexType() === undefined ? type.getProperties().map(({ name }) => name) : undefined;
}

const literalsOf = (type: ts.Type): string[] =>
  (type.isUnion() ? type.types : [type]).flatMap((each) => (each.isStringLiteral() ? each.value : []));
