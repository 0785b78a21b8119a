import { closeSync, existsSync, fchmodSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from '../process-identity.js';
import { findBinaries, runnableBy } from './binaries.js';
import { initialise } from './initialise.js';
import { startIn } from './run-as.js';
import { giveTo, isRunBy, NOBODY, ROOT, serverUser } from './server-user.js';

export interface Options {
  readonly dataDir: string;
  readonly port: number;
  readonly password: string;
  /** Where the server writes its log. */
  readonly logFile: string;
  /** Settings of the server, such as `fsync`. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

export interface EmbeddedPostgres {
  readonly pid: number;
  readonly port: number;
  /** Whether it ran already: what a killed start has left behind. */
  readonly adopted: boolean;
  url(database: string): string;
  isAlive(): boolean;
  /** Ends it, with what it was doing rolled back; resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): void;
}

const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 20_000;

/**
 * A PostgreSQL of our own, for development and tests: the server that runs on the data directory already, or one that is
 * started on it. It is a process of its own and survives its starter's death.
 */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  await takeFromNobody(options);
  const running = runningServer(options.dataDir);
  if (running !== undefined && (await answers(options.password, running.port))) {
    return describe({ ...running, adopted: true, password: options.password });
  }
  const { initdb, postgres } = runnableBy(serverUser(options.dataDir), await findBinaries());
  await initialise(initdb, options.dataDir, options.password);
  const pid = await launch(postgres, options);
  await untilItAnswers(options, pid);
  return describe({ pid, port: options.port, adopted: false, password: options.password });
}

/** What version 0.1.0 has made as root belongs to nobody, and what it has left running has rights that it should not have. */
async function takeFromNobody({ dataDir, logFile }: Options): Promise<void> {
  const user = serverUser(dataDir);
  if (user === undefined || lstatSync(dataDir, { throwIfNoEntry: false })?.uid !== NOBODY.uid) return;
  const running = runningServer(dataDir);
  // What a directory of nobody's says about a process may be about any other.
  if (running !== undefined && isRunBy(NOBODY, running.pid)) await stop(running.pid);
  giveTo(user, dataDir);
  if (existsSync(logFile)) giveTo(ROOT, logFile);
}

/** In a session of its own, so that a Ctrl-C in the terminal does not end it before those who use it. */
async function launch(postgres: string, { dataDir, port, logFile, settings = {} }: Options): Promise<number> {
  const all = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a', 0o600);
  // What is logged may have parts of what people wrote, and the file may be older than this rule.
  fchmodSync(log, 0o600);
  const child = await startIn({
    program: postgres,
    args: (place) => ['-D', place, ...args],
    directory: dataDir,
    user: serverUser(dataDir),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  if (child.pid === undefined) throw new Error(`PostgreSQL could not be started: ${postgres}`);
  return child.pid;
}

async function untilItAnswers({ password, port, logFile }: Options, pid: number): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(password, port))) {
    if (!isAlive(pid) || Date.now() > deadline) {
      const log = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
      throw new Error(`PostgreSQL did not start. Its log (${logFile}) ends with:\n${log}`);
    }
    await pause(50);
  }
}

async function answers(password: string, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: address(password, port, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What postmaster.pid says, when that process is alive: its first line is the pid, its fourth the port. */
function runningServer(dataDir: string): { readonly pid: number; readonly port: number } | undefined {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

function describe(server: {
  pid: number;
  port: number;
  adopted: boolean;
  password: string;
}): EmbeddedPostgres {
  const { pid, port, adopted, password } = server;
  return {
    pid,
    port,
    adopted,
    url: (database) => address(password, port, database),
    isAlive: () => isAlive(pid),
    stop: () => stop(pid),
    // SIGQUIT is its "immediate", which takes its children with it.
    kill: () => isAlive(pid) && process.kill(pid, 'SIGQUIT'),
  };
}

async function stop(pid: number): Promise<void> {
  // SIGINT is PostgreSQL's "fast": it waits for nobody.
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) does not end`);
    await pause(50);
  }
}

function address(password: string, port: number, database: string): string {
  return `postgresql://garbanzo:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
