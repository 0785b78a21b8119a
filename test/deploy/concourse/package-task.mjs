import { readdirSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { runCommand } from '../run-command.mjs';
import { helm } from '../tools.mjs';
import { files, runTask } from './layout.mjs';

const image = {
  repository: 'registry.example.org/garbanzo/garbanzo',
  tag: '0.1.0-42.g1a2b3c4',
  digest: `sha256:${'5'.repeat(64)}`,
};

/** Packages the chart with the real helm. Where it would be pushed to is not given: that takes a registry. */
export async function packageTask({ scratch, environment }) {
  const program = await helm();
  const env = { ...environment, PATH: [dirname(program), environment.PATH].join(delimiter) };
  const { cwd } = await runTask('ci/tasks/package.yaml', { scratch, env, inputs: { image: files(image) } });
  const [file, ...others] = readdirSync(join(cwd, 'chart'));
  if (others.length > 0) throw new Error(`more than one package: ${others.join(', ')}`);

  const chart = join(cwd, 'chart', file);
  const { version, appVersion } = parse(
    (await runCommand(program, ['show', 'chart', chart], { env })).stdout,
  );
  if (!/^\d+\.\d+\.\d+-\d+\.g[0-9a-f]{7}$/.test(version)) throw new Error(`the chart is called ${version}`);
  if (appVersion !== image.tag) throw new Error(`it says that it runs ${appVersion}`);
  for (const component of ['web', 'worker']) {
    const args = ['template', 'any', chart, '--set', `component=${component}`];
    refuseOtherImages((await runCommand(program, args, { env })).stdout);
  }
}

function refuseOtherImages(manifests) {
  const images = parseAllDocuments(manifests).flatMap((document) => imagesIn(document.toJS()));
  const other = images.find((name) => name !== `${image.repository}@${image.digest}`);
  if (images.length === 0 || other !== undefined) throw new Error(`it runs ${other ?? 'nothing'}`);
}

function imagesIn(node) {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'image' && typeof value === 'string' ? [value] : imagesIn(value),
  );
}
