import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installs } from '../chart.mjs';
import { standIn } from '../concourse/stand-in.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { readRelease } from '../pods/release.mjs';

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
