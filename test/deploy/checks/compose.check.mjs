import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertComposed, readCompose } from '../compose.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';
import { debianFile } from '../tools.mjs';

export const name = 'the compose files say what they should';

export async function run({ root, scratch, environment, step }) {
  const folder = join(root, 'docker');
  const read = (...files) => readCompose({ folder, files, env: environment });
  await step('production, on 8000', async () => {
    assertComposed(await read('compose.yaml'), { root, port: '8000' });
  });
  await step('development, on 5000', async () => {
    assertComposed(await read('compose.yaml', 'compose.development.yaml'), { root, port: '5000' });
  });
  await step('what is wrong in them is noticed', () => checkRefusals(read, root, scratch));
  await step('promtool reads the settings of Prometheus, with the rules of the chart', () =>
    checkPrometheus(root, scratch, environment),
  );
}

/** Each is one more file over the real ones. */
const WRONG = [
  ['a misspelt key', /healthchek/, { web: { healthchek: {} } }],
  ['a service that is not there', /there is no worker2/, { web: { depends_on: ['worker2'] } }],
  ['a volume of the worker', /worker keeps something/, { worker: { volumes: ['postgres:/data'] } }],
  ['a port of the database', /postgres is published/, { postgres: { ports: ['5432:5432'] } }],
  ['a health check by Node', /starts Node/, { web: { healthcheck: { test: ['CMD', 'node', 'x.mjs'] } } }],
  ['a health check every second', /comes every 1s/, { web: { healthcheck: { interval: '1s' } } }],
  ['a folder that is not there', /nowhere is not there/, { web: { volumes: ['./nowhere:/nowhere'] } }],
];

async function checkRefusals(read, root, scratch) {
  for (const [what, because, services] of WRONG) {
    const file = join(scratch, 'wrong.yaml');
    writeFileSync(file, JSON.stringify({ services }));
    await mustRefuse(what, because, async () =>
      assertComposed(await read('compose.yaml', file), { root, port: '8000' }),
    );
  }
}

async function checkPrometheus(root, scratch, env) {
  const promtool = await debianFile({ package: 'prometheus', file: 'usr/bin/promtool' });
  const folder = join(scratch, 'prometheus');
  mkdirSync(folder);
  cpSync(join(root, 'k8s/charts/garbanzo/files/rules'), join(folder, 'rules'), { recursive: true });
  const config = join(folder, 'prometheus.yml');
  cpSync(join(root, 'docker/monitoring/prometheus.yaml'), config);
  const { stdout } = await runCommand(promtool, ['check', 'config', config], { env });
  if (!/SUCCESS: \d+ rules found/.test(stdout)) throw new Error(`No rules are read:\n${stdout}`);
  writeFileSync(config, 'scrape_configs: [{ job_name: web, static_config: [] }]');
  await mustRefuse('a misspelt key', /static_config/, () =>
    runCommand(promtool, ['check', 'config', config], { env }),
  );
}
