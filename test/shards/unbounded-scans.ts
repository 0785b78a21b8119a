import type { PlanNode, Statement } from './statement-log.js';

/** Which part of the data a row belongs to. A workspace is in its own. */
const PARTS = (table: string) => (table === 'workspaces' ? ['id', 'shard'] : ['shard', 'workspace_id']);

/** Where a plan says which rows a step takes. */
const CONDITIONS = ['Index Cond', 'Recheck Cond', 'Filter', 'Hash Cond', 'Merge Cond', 'Join Filter'];

/** A column, such as `e.shard`, and the column or the value that it has to be equal to. */
interface Equality {
  readonly column: string;
  readonly to: string;
}

/** Everything that a plan says, wherever it says it: the names of tables are unique in a plan. */
interface Plan {
  readonly nodes: readonly PlanNode[];
  readonly equalities: readonly Equality[];
}

/**
 * The tables in which a statement looks for rows of any shard and workspace: nowhere does it say that the shard or the
 * workspace is one that it was given, or that of a row of which it says so.
 *
 * It is the plan that is judged. It says the same as the text, in a form that needs no parser.
 */
export function unboundedScans({ plan }: Statement, tables: ReadonlySet<string>): readonly string[] {
  const nodes = allNodes(plan);
  const all = { nodes, equalities: nodes.flatMap(equalitiesOf) };
  return scansOf(nodes)
    .filter((scan) => tables.has(tableOf(scan)) && !isBounded(scan, all))
    .map(tableOf);
}

/** The tables that a statement reads. */
export function scannedTables({ plan }: Statement): readonly string[] {
  return scansOf(allNodes(plan)).map(tableOf);
}

/** Inserting looks at no row, and rows that are updated or deleted are found by a scan. */
const scansOf = (nodes: readonly PlanNode[]) =>
  nodes.filter((node) => node['Relation Name'] !== undefined && node['Node Type'].endsWith('Scan'));

const tableOf = (scan: PlanNode) => scan['Relation Name'] ?? '';

function allNodes(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(allNodes)];
}

function equalitiesOf(node: PlanNode): readonly Equality[] {
  // One of several indexes, perhaps; what is asked of them together is said again by the scan.
  if (node['Node Type'] === 'Bitmap Index Scan') return [];
  return CONDITIONS.map((name) => node[name])
    .filter((condition) => typeof condition === 'string')
    .flatMap(allOf)
    .flatMap(bothWays);
}

/** The conditions that must all hold. What is in brackets with others may be one of several that may hold. */
function allOf(condition: string): readonly string[] {
  let depth = 0;
  const flat = condition.replaceAll(/[()]| AND /g, (part) => {
    if (part === ' AND ') return depth === 1 ? '\n' : part;
    depth += part === '(' ? 1 : -1;
    return part;
  });
  return flat.split('\n').filter((each) => !each.includes(' OR '));
}

function bothWays(condition: string): readonly Equality[] {
  // Names of columns may be in quotes.
  const plain = condition.replaceAll('"', '');
  const [, one, other] = /^\(*([\w.]+)\)?(?:::\w+)? = \(*([\w.:$'-]+)/.exec(plain) ?? [];
  return one === undefined || other === undefined
    ? []
    : [
        { column: one, to: other },
        { column: other, to: one },
      ];
}

/** @param seen what is being asked already: two tables of which each is only said to equal the other are not bounded */
function isBounded(scan: PlanNode, plan: Plan, seen: ReadonlySet<unknown> = new Set()): boolean {
  if (seen.has(scan)) return false;
  const names = PARTS(tableOf(scan)).map((part) => `${scan.Alias}.${part}`);
  return plan.equalities
    .filter(({ column }) => names.includes(column))
    .some(({ to }) => isGiven(to, plan, new Set([...seen, scan])));
}

/** A value; or a column of rows that were given. */
function isGiven(side: string, plan: Plan, seen: ReadonlySet<unknown>): boolean {
  const [, alias] = /^([a-z_]\w*)\.\w+$/.exec(side) ?? [];
  if (alias === undefined) return true;
  const sources = plan.nodes.filter((node) => node.Alias === alias && node['Node Type'].endsWith('Scan'));
  return sources.length > 0 && sources.every((source) => gives(source, plan, seen));
}

/** Whether these rows are the caller's, or those of a shard or a workspace. */
function gives(source: PlanNode, plan: Plan, seen: ReadonlySet<unknown>): boolean {
  if (source['Node Type'] === 'Function Scan') return source['Function Name'] !== 'generate_series';
  else if (source['Relation Name'] !== undefined) return isBounded(source, plan, seen);
  const within = plan.nodes.filter((node) => node['Subplan Name'] === `CTE ${source['CTE Name']}`);
  const read = [...within, ...(source.Plans ?? [])].flatMap(allNodes);
  const leaves = read.filter((node) => node.Alias !== undefined && node !== source);
  return leaves.length > 0 && leaves.every((leaf) => gives(leaf, plan, seen));
}
