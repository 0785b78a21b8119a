import { OwnServer } from '../support/own-server.js';

/** A step of a plan, as PostgreSQL writes it in JSON. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Function Name'?: string;
  readonly 'Subplan Name'?: string;
  readonly 'CTE Name'?: string;
  readonly Alias?: string;
  readonly Plans?: readonly PlanNode[];
  readonly [property: string]: unknown;
}

/** A statement that was run, and the plan by which it was. */
export interface Statement {
  readonly text: string;
  readonly plan: PlanNode;
}

/** Makes a server write each statement into its log with its plan, also those inside of functions. */
const SETTINGS = {
  fsync: 'off',
  shared_preload_libraries: 'auto_explain',
  log_line_prefix: '%m by %a: ',
  'auto_explain.log_min_duration': 0,
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_format': 'json',
  // With the names of tables before those of columns.
  'auto_explain.log_verbose': 'on',
  'auto_explain.log_parameter_max_length': 0,
};

export function startLoggingServer(): Promise<OwnServer> {
  return OwnServer.start(SETTINGS);
}

/** What the pools of a process have asked so far; their names begin with this one. */
export function statementsOf(log: string, name: string): readonly Statement[] {
  const withPlan = new RegExp(`^\\S+ \\S+ \\S+ by ${name}[^:]*: LOG: .* plan:\\n`);
  return log
    .split(/^(?=\d{4}-\d\d-\d\d \S+ \S+ by )/m)
    .filter((entry) => withPlan.test(entry))
    .map((entry) => parse(entry.slice(entry.indexOf('\n'))));
}

function parse(json: string): Statement {
  const { 'Query Text': text, Plan: plan } = JSON.parse(json) as { 'Query Text': string; Plan: PlanNode };
  return { text, plan };
}
