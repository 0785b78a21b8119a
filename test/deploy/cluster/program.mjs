import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { until } from '../engine/until.mjs';

const READY_WITHIN_MS = 120_000;
const ENDS_WITHIN_MS = 15_000;

/**
 * Starts a part of the cluster and waits until it is ready. Its output is a file in the folder.
 *
 * @param program `{name, program, args, ready}`; without `ready` it need only run
 */
export async function startProgram(folder, { name, program, args, ready = async () => true }) {
  const log = join(folder, `${name}.log`);
  const output = openSync(log, 'a');
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', output, output] });
  closeSync(output);
  const ended = once(child, 'exit');
  // At once: an API server whose etcd is gone would wait for it.
  endWithThisProcess(child.pid, undefined, 'KILL');
  try {
    await until(() => mustBeReady(ready, name), READY_WITHIN_MS, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${name} does not start:\n${readFileSync(log, 'utf8').slice(-3000)}`, { cause: error });
  }
  return { pid: child.pid, stop: () => stop(child, ended) };
}

async function mustBeReady(ready, name) {
  if (!(await ready())) throw new Error(`${name} is not ready`);
}

/** In order if it ends soon, for nothing that it would save is needed any more. */
async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
  await ended.finally(() => clearTimeout(timer));
}
