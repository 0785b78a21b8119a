import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { helm } from './tools.mjs';

export const chart = join(root, 'k8s/charts/garbanzo');

/** Every way in which the chart is installed: our two releases, and the examples that come with it. */
export const installs = [
  ...['garbanzo-web', 'garbanzo-worker'].map((release) => ({
    release,
    values: join(root, 'k8s/releases', release, 'values.yaml'),
  })),
  ...readdirSync(join(chart, 'ci')).map((file) => ({
    release: file.replace('.yaml', ''),
    values: join(chart, 'ci', file),
  })),
];

/** The manifests of an install, as one text. @param more arguments for helm @param folder another chart than ours */
export async function render({ release, values }, env, more = [], folder = chart) {
  const args = ['template', release, folder, '--namespace', 'garbanzo', '--values', values, ...more];
  return (await runCommand(await helm(), args, { env })).stdout;
}

/** A file of the chart, as text. */
export const chartFile = (name) => readFileSync(join(chart, name), 'utf8');
