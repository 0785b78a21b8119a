import { cpSync, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { standIn } from '../concourse/stand-in.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';
import { helm } from '../tools.mjs';

export const name = 'make does in a cluster what it says';

export async function run(context) {
  const { scratch, step } = context;
  const tree = copyOf(context);
  const make = makeIn(tree, context);
  await step('make package: the chart, in dist', () => packageChart(make, tree));
  await step('make plan, deploy and destroy: helmsman, with the state of this cluster', () =>
    callHelmsman(make, join(scratch, 'bin')),
  );
  await step('make pipeline: fly, with the pipeline', () => callFly(make, join(scratch, 'bin')));
}

/** What a fresh clone has of it. */
function copyOf({ root, scratch }) {
  const tree = join(scratch, 'tree');
  for (const part of ['Makefile', 'ci', 'k8s', 'helmsman_dsf.yml', 'helmsman_small_dsf.yml']) {
    cpSync(join(root, part), join(tree, part), { recursive: true });
  }
  return tree;
}

function makeIn(tree, { environment }) {
  return async (target, env = {}) => {
    const PATH = [env.PATH ?? environment.PATH, dirname(await helm())].join(delimiter);
    return runCommand('make', ['--no-print-directory', ...target.split(' ')], {
      cwd: tree,
      env: { ...environment, ...env, PATH },
    });
  };
}

async function packageChart(make, tree) {
  await make('package');
  if (!existsSync(join(tree, 'dist/garbanzo-0.1.0.tgz'))) throw new Error('dist has no package');
}

/** The small cluster, because the other state is refused until somebody has put in their names. */
async function callHelmsman(make, bin) {
  const helmsman = standIn(bin, 'helmsman');
  const kubectl = standIn(bin, 'kubectl', 'cat > /dev/null');
  const env = { HELMSMAN: 'helmsman', PATH: helmsman.path(process.env) };
  const tagged = { ...env, GARBANZO_TAG: '1' };
  await make('plan SMALL=1', tagged);
  await make('deploy SMALL=1', tagged);
  await make('destroy SMALL=1', env);
  const secrets = kubectl
    .calls()
    .filter((call) => call.startsWith('create --namespace garbanzo --filename -'));
  if (secrets.length !== 3) throw new Error(`kubectl was called with ${kubectl.calls().join(', ')}`);
  const calls = helmsman.calls().map((call) => call.replace(/^-f \S+\//, ''));
  const expected = ['--show-diff', '--apply', '--destroy'].map(
    (flag) => `helmsman_small_dsf.yml ${flag} -keep-untracked-releases --no-fancy`,
  );
  if (calls.join() !== expected.join()) throw new Error(`helmsman was called with ${calls.join(', ')}`);
  await mustRefuse('a deployment of no image', /Say which image/, () => make('deploy SMALL=1', env));
  await mustRefuse('the names of the example', /put in your own names/, () => make('deploy', tagged));
}

async function callFly(make, bin) {
  const fly = standIn(bin, 'fly');
  await make('pipeline', { PATH: fly.path(process.env) });
  if (
    !fly.calls().some((call) => call.includes('set-pipeline --pipeline garbanzo --config ci/pipeline.yaml'))
  )
    throw new Error(`fly was called with ${fly.calls().join(', ')}`);
}
