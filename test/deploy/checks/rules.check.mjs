import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chart, chartFile } from '../chart.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';
import { debianFile } from '../tools.mjs';

export const name = 'promtool reads the alerts and the dashboard, and runs the tests of the alerts';

export async function run({ environment, root, scratch, step }) {
  const program = await debianFile({ package: 'prometheus', file: 'usr/bin/promtool' });
  const promtool = (...args) => runCommand(program, args, { env: environment });
  const rules = filesIn(join(chart, 'files/rules'));
  const tests = filesIn(join(root, 'k8s/rules'));
  await step('check rules', () => promtool('check', 'rules', ...rules));
  await step('test rules', () => promtool('test', 'rules', ...tests));
  await step('the queries of the dashboard', () => checkDashboard(scratch, promtool));
  await step('every alert has a test, a severity and a runbook', () => mustBeComplete(rules, tests));
  await step('a rule that is spoilt is noticed', async () => {
    const test = seed(scratch, rules, tests);
    await mustRefuse('a threshold a hundred times as high', /GarbanzoProjectionBehind/, () =>
      promtool('test', 'rules', test),
    );
  });
}

/** As rules, because promtool reads no dashboards; Grafana puts in what stands for `$namespace`. */
async function checkDashboard(scratch, promtool) {
  const { panels } = JSON.parse(chartFile('files/dashboard.json'));
  const queries = panels.flatMap(({ targets = [] }) =>
    targets.map(({ expr }) => expr.replaceAll('$namespace', '.*')),
  );
  const check = (exprs) => {
    const rules = exprs.map((expr, index) => ({ record: `panel:${index}`, expr }));
    const file = join(scratch, 'dashboard.json');
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
    return promtool('check', 'rules', file);
  };
  if (queries.length === 0) throw new Error('The dashboard asks for nothing');
  await check(queries);
  await mustRefuse('a query without its end', /parse error/, () =>
    check([...queries, queries[0].slice(0, -1)]),
  );
}

const filesIn = (folder) => readdirSync(folder).map((file) => join(folder, file));

const read = (files) => files.map((file) => readFileSync(file, 'utf8')).join('\n');

function mustBeComplete(rules, tests) {
  const tested = read(tests);
  const [, ...alerts] = read(rules).split('- alert: ');
  for (const alert of alerts) {
    const [called] = alert.split('\n');
    const missing = ['severity:', 'summary:', 'description:', 'runbook:'].filter(
      (key) => !alert.includes(key),
    );
    if (missing.length > 0) throw new Error(`The alert ${called} has no ${missing.join(' ')}`);
    if (!tested.includes(`"${called}"`)) throw new Error(`No test in k8s/rules lets ${called} fire`);
  }
}

/** The tests of the worker's rules, with a rule that fires too late. */
function seed(scratch, rules, tests) {
  const [rule, test] = [rules, tests].map((files) => read(files.filter((file) => file.includes('worker'))));
  writeFileSync(join(scratch, 'rules.yaml'), rule.replace('> 30', '> 3000'));
  const file = join(scratch, 'test.yaml');
  writeFileSync(file, test.replace(/rule_files: .*/, 'rule_files: [rules.yaml]'));
  return file;
}
