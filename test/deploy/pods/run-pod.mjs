import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { freePort } from './free-port.mjs';
import { podEnvironment } from './pod-environment.mjs';

const READY_WITHIN_MS = 60_000;

/** Runs what a pod that ends would run, on this machine. @param args those of the image's entry point */
export async function runToItsEnd(spec, cluster, { folder, path }) {
  const [command, ...args] = spec.containers[0].args;
  const env = { PATH: path, ...podEnvironment(spec, cluster, folder) };
  return await runCommand(process.execPath, [programOf(command), ...args], { env, cwd: root });
}

/** Starts what a pod that serves would run, on a free port, and answers once its readiness probe does. */
export async function start(spec, cluster, { folder, path }) {
  const [{ args, ports, readinessProbe }] = spec.containers;
  const own = { http: String(await freePort()), internal: String(await freePort()) };
  const addresses = { PORT: own.http, INTERNAL_PORT: own.internal };
  const env = { PATH: path, ...podEnvironment(spec, cluster, folder), ...addresses };
  const child = spawn(process.execPath, [programOf(args[0])], { env, cwd: root, stdio: 'ignore' });
  endWithThisProcess(child.pid);
  const [url, internalUrl] = ['http', 'internal'].map((port) => `http://127.0.0.1:${own[port]}`);
  const { path: ready, port: readyPort } = readinessProbe.httpGet;
  if (!ports.some(({ name }) => name === readyPort)) throw new Error(`${args[0]} has no port ${readyPort}`);
  await untilAnswers(child, `http://127.0.0.1:${own[readyPort]}${ready}`);
  return {
    // What its Service leads to.
    url: ports.some(({ name }) => name === 'http') ? url : internalUrl,
    internalUrl,
    async stop() {
      child.kill('SIGTERM');
      const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
      if (code !== 0) throw new Error(`${args[0]} ended with ${code} after SIGTERM`);
    },
  };
}

const programOf = (command) => join(root, 'dist/bundle', `${command}.js`);

async function untilAnswers(child, url) {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(url).catch((error) => error);
    if (answer.ok) return;
    if (child.exitCode !== null)
      throw new Error(`It ended with ${child.exitCode} instead of answering ${url}`);
    if (Date.now() > deadline)
      throw new Error(`It is not ready: ${answer.text ? await answer.text() : answer}`);
    await pause(50);
  }
}
