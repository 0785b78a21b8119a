import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { endWithThisProcess } from '../support/end-with-this-process.mjs';
import { cpuOfTree } from './cpu.mjs';
import { memoryOf } from './memory.mjs';
import { nextPort } from './ports.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A Node that serves HTTP, of this build or of the one in another folder; answers once it is ready.
 *
 * @param options.nodeOptions options of Node beside those in the first line of a bundle
 */
export async function startProcess(script, databaseUrl, options = {}) {
  const { folder = root, webProcesses = 1, env = {}, nodeOptions = '' } = options;
  const internalPort = await nextPort();
  const production = { NODE_ENV: 'production', WEB_CONCURRENCY: String(webProcesses), LOG_LEVEL: 'warn' };
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const own = { PATH, DATABASE_URL: databaseUrl, INTERNAL_PORT: String(internalPort) };
  return startServing(() => commandOf(join(folder, script)), {
    env: { NODE_OPTIONS: nodeOptions, ...production, ...own, ...env },
    readyAt: script.includes('/worker') ? internalPort : undefined,
  });
}

/**
 * Any program that serves HTTP.
 *
 * @param commandAt what is run for a port, which is in `PORT` as well
 * @param readyAt the port that says whether it is ready, if it is another one
 */
export async function startServing(commandAt, { env, readyAt }) {
  const port = await nextPort();
  const [program, ...args] = commandAt(port);
  const begun = performance.now();
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, PORT: String(port) },
  });
  endWithThisProcess(child.pid);
  while (!(await isReady(`http://127.0.0.1:${readyAt ?? port}`))) {
    if (child.exitCode !== null) throw new Error(`${program} ${args.join(' ')} did not start`);
    await pause(20);
  }
  const cpu = () => cpuOfTree(child.pid);
  return {
    url: `http://127.0.0.1:${port}`,
    readyAfter: { ms: performance.now() - begun, cpuMs: cpu() },
    cpu,
    memory: () => memoryOf(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** A bundle is run by its first line, which has the options of Node. */
const commandOf = (path) => (path.includes('/dist/bundle/') ? [path] : [process.execPath, path]);

async function isReady(url) {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
