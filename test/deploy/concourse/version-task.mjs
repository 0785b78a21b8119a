import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTask } from './layout.mjs';

/** As the tag of an image may be, and the version of a chart, where a `+` may not. */
const VERSION = /^\d+\.\d+\.\d+-\d+\.g[0-9a-f]{7}$/;

export async function versionTask({ scratch, environment }) {
  const { cwd } = await runTask('ci/tasks/version.yaml', { scratch, env: environment });
  const version = readFileSync(join(cwd, 'version/version'), 'utf8').trim();
  if (!VERSION.test(version)) throw new Error(`${version} is no version`);
  const buildArguments = readFileSync(join(cwd, 'version/build-args'), 'utf8');
  if (!buildArguments.startsWith(`VERSION=${version}\nREVISION=`)) throw new Error(buildArguments);
}
