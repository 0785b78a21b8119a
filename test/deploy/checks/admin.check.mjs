import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { installs } from '../chart.mjs';
import { startCluster } from '../cluster/cluster.mjs';
import { standIn } from '../concourse/stand-in.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { readRelease } from '../pods/release.mjs';
import { runCommand } from '../run-command.mjs';
import { kubectl } from '../tools.mjs';

export const name = 'who administers has a pod with room for it';

export async function run(context) {
  const { environment, root, step } = context;
  const { find } = await readRelease(installs[0], environment);
  const cronJob = find('CronJob');
  const [container] = podOf(cronJob).containers;
  await step('it may use as much memory as the command may take', async () => {
    mustHaveRoom(container, root);
    await mustRefuse('a web pod', /may use/, async () =>
      mustHaveRoom(find('Deployment').spec.template.spec.containers[0], root),
    );
  });
  await step('the handbook makes a Job of it', () => makeJob(cronJob, context));
  await step('it waits, and ends when it is told to', () => mustEnd(container, context));
  await step('it never runs by itself', async () => mustSleep(cronJob.spec));
}

const podOf = (cronJob) => cronJob.spec.jobTemplate.spec.template.spec;

/** Beside its heap, a process has code, buffers and what it is about to clean up. */
const BESIDE_HEAP = 1.25;

function mustHaveRoom({ name: called, resources }, root) {
  const [, heap] = /--max-old-space-size=(\d+)/.exec(readFileSync(join(root, 'rolldown.config.js'), 'utf8'));
  const [, limit] = /^(\d+)Mi$/.exec(resources.limits.memory);
  const needed = Number(heap) * BESIDE_HEAP;
  if (Number(limit) < needed) throw new Error(`${called} may use ${limit} MiB, and admin takes ${needed}`);
}

/** Runs what docs/day-two.md says. The stand-in for a cluster reads a Job only as text, so it is sent by another command. */
async function makeJob(cronJob, { root, scratch, environment }) {
  const kubeconfig = join(scratch, 'kubeconfig');
  const cluster = await startCluster(kubeconfig);
  const PATH = [dirname(await kubectl()), environment.PATH].join(delimiter);
  const options = { env: { ...environment, PATH, KUBECONFIG: kubeconfig } };
  const run = (command, input) => runCommand('sh', ['-c', command], { ...options, input });
  try {
    await run('kubectl create namespace garbanzo');
    await run('kubectl create --namespace garbanzo --filename -', JSON.stringify(cronJob));
    const { stdout } = await run(`${commandIn(root, 'kubectl create job')} --dry-run=client --output json`);
    const { spec } = JSON.parse(stdout);
    if (!isDeepStrictEqual(spec.template.spec, podOf(cronJob))) throw new Error('The Job has another pod');
    await run('kubectl create --namespace garbanzo --filename -', stdout);
    await run(commandIn(root, 'kubectl wait job'));
    await run(commandIn(root, 'kubectl delete job'));
  } finally {
    await cluster.stop();
  }
}

function commandIn(root, words) {
  const text = readFileSync(join(root, 'docs/day-two.md'), 'utf8');
  const command = text.split('\n').find((line) => line.startsWith(`    ${words}`));
  if (command === undefined) throw new Error(`docs/day-two.md has no ${words}`);
  return command.trim();
}

/** With a `sleep` that says when it has begun, and that ends with the shell that waits for it. */
async function mustEnd({ command: [program, ...args] }, { scratch, environment }) {
  const sleep = standIn(
    join(scratch, 'bin'),
    'sleep',
    'echo waiting; exec tail --pid=$PPID --follow /dev/null',
  );
  const env = { ...environment, PATH: sleep.path(environment) };
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) throw new Error(`It ended with ${code ?? signal}`);
}

function mustSleep({ suspend }) {
  if (suspend !== true) throw new Error('It has a schedule');
}
