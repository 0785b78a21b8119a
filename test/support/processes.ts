import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { freePort } from './free-port.mjs';
import { remember } from './leftovers.js';
import { until } from './until.js';

/** Web or worker as a process of its own, as it was built. */
export interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** Where metrics and the details of its health are; all that a worker has. */
  readonly internalUrl: string;
}

const ANSWERS_WITHIN_MS = 5_000;

const running: ChildProcess[] = [];

/** Starts one on a port (a free one when none is given) and waits until it is ready. */
export async function startProcess(
  name: 'web' | 'worker',
  databaseUrl: string,
  env: NodeJS.ProcessEnv = {},
  stderr: 'ignore' | 'pipe' = 'ignore',
): Promise<Running> {
  const port = env.PORT ?? String(await freePort());
  const internalPort = String(await freePort());
  const ports = { PORT: port, INTERNAL_PORT: internalPort };
  const own = { NODE_ENV: 'production', DATABASE_URL: databaseUrl, ...ports, ...env };
  const child = launch(name, { LOG_LEVEL: 'warn', ...own }, stderr);
  const url = `http://127.0.0.1:${port}`;
  const internalUrl = `http://127.0.0.1:${internalPort}`;
  await until(() => {
    if (hasEnded(child)) throw new Error(`${name} has ended before it was ready`);
    return isAnswering(`${name === 'worker' ? internalUrl : url}/health/ready`);
  });
  return { child, url, internalUrl };
}

/** What a process that cannot start says on its error output, and its exit code. */
export async function failToStart(
  name: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = launch(name, env, 'pipe');
  let said = '';
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  await once(child, 'exit');
  return { code: child.exitCode, said };
}

/** Ends a process with a signal; answers its exit code. */
export async function endProcess(
  { child }: Running,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}

/** For `afterEach`: also when a test has failed halfway, so that none keeps the database. */
export async function endProcesses(): Promise<void> {
  for (const child of running.splice(0)) await kill(child);
}

/** Starts a script of ours. It is killed at the end of the test file if it runs until then. */
export function spawnScript(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdio: StdioOptions,
): ChildProcess {
  const { PATH, TMPDIR } = process.env;
  const child = spawn(process.execPath, args, { env: { PATH, TMPDIR, ...env }, stdio });
  child.once(
    'exit',
    remember(`the process ${args.join(' ')}`, () => kill(child)),
  );
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Asks with a connection of its own: a kept one may lead to a process that is gone. */
export async function isAnswering(url: string): Promise<boolean> {
  const init = { headers: { connection: 'close' }, signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) };
  const answer = await fetch(url, init).catch(() => undefined);
  return answer?.ok ?? false;
}

/** The processes that a process has started and that have not ended. */
export function childrenOf(pid = 0): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

function launch(name: string, env: NodeJS.ProcessEnv, stderr: 'ignore' | 'pipe'): ChildProcess {
  const child = spawnScript([`dist/bundle/${name}.js`], env, ['ignore', 'ignore', stderr]);
  running.push(child);
  return child;
}
