import { join } from 'node:path';
import { packageTask } from '../concourse/package-task.mjs';
import { deployTask } from '../concourse/deploy-task.mjs';
import { files, runTask } from '../concourse/layout.mjs';
import { standIn } from '../concourse/stand-in.mjs';
import { tasks } from '../concourse/pipeline.mjs';
import { versionTask } from '../concourse/version-task.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';

export const name = 'the scripts of the tasks run in folders laid out as Concourse does';

export async function run(context) {
  const { step } = context;
  await step('version: a name for image and chart', () => versionTask(context));
  await step('test: make test, with npm’s cache between builds', () => testTask(context));
  await step('build: what BuildKit is told is there', () => buildTasks(context));
  await step('package: the chart runs the image, and no other', () => packageTask(context));
  await step('deploy: helmsman gets image, cluster and key, and nothing stays', () => deployTask(context));
  await step('a script without its input, or that leaves something, is refused', () =>
    refuseMistakes(context),
  );
}

/** `make test` has a check of its own; here it only has to be called, where the source is. */
async function testTask({ scratch, environment }) {
  const make = standIn(join(scratch, 'make'), 'make', 'pwd; echo "$npm_config_cache"');
  const { stdout, cwd } = await runTask('ci/tasks/test.yaml', {
    scratch,
    env: { ...environment, PATH: make.path(environment) },
  });
  const [folder, cache] = stdout.split('\n');
  if (folder !== join(cwd, 'source') || cache !== join(cwd, 'npm-cache')) throw new Error(stdout);
  if (!make.calls().includes('--no-print-directory test')) throw new Error(make.calls().join());
}

/** Concourse's own program builds; that it finds its context and its Dockerfile is ours. */
async function buildTasks({ root }) {
  for (const { file, task } of tasks().filter(({ task }) => task.run.path === 'build')) {
    const [input, ...below] = task.params.DOCKERFILE.split('/');
    if (!task.params.DOCKERFILE.startsWith(`${task.params.CONTEXT}/`))
      throw new Error(`${file}: not in its context`);
    if (!task.inputs.some(({ name }) => name === input)) throw new Error(`${file} has no input ${input}`);
    await runCommand('git', ['ls-files', '--error-unmatch', below.join('/')], { cwd: root });
  }
}

async function refuseMistakes({ scratch, environment }) {
  const file = 'ci/tasks/package.yaml';
  const image = files({ tag: '1', digest: 'sha256:1' });
  await mustRefuse('an image without its repository', /repository: No such file/, () =>
    runTask(file, { scratch, env: environment, inputs: { image } }),
  );
  await mustRefuse('a parameter that the task does not take', /takes no REGISTRI/, () =>
    runTask(file, { scratch, env: environment, inputs: { image }, params: { REGISTRI: 'x' } }),
  );
}
