import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Child } from './child.js';
import { putExampleData } from './example-data.js';
import { OwnPostgres } from './own-postgres.js';
import { untilFree } from './ports.js';
import { databaseOf, environmentOf } from './process-environment.js';
import type { Place, Settings } from './settings.js';

const READY_WITHIN_MS = 60_000;
/** As an address: NODE_OPTIONS would end a path at its first blank. */
const leaveWithParent = new URL('leave-with-parent.js', import.meta.url).href;

/** Everything there is to run: PostgreSQL, the migrations, web and worker. */
export class System {
  private postgres: OwnPostgres | undefined;
  private readonly children: Child[] = [];
  private starting: Promise<void> | undefined;
  private isStopping = false;

  constructor(private readonly settings: Settings) {}

  /** @throws Error saying what does not start, and why */
  start(): Promise<void> {
    this.starting = this.startAll();
    return this.starting;
  }

  /** What is still being started is waited for: half of it would be left running otherwise. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.starting?.catch(() => undefined);
    await Promise.all(this.children.map((child) => child.stop()));
    await this.postgres?.stop();
  }

  /** At once, and without waiting for anything that runs. */
  kill(): void {
    for (const child of this.children) child.kill();
    this.postgres?.kill();
  }

  private async startAll(): Promise<void> {
    const { settings } = this;
    await untilFree(settings.webPort, 'PORT');
    const [webInternal, workerInternal] = [settings.internal, nextPort(settings.internal)];
    for (const { port } of [webInternal, workerInternal]) await untilFree(port, 'INTERNAL_PORT');
    const isEmpty = settings.hasDatabase || !existsSync(join(settings.dataDir, 'postgres'));
    if (!settings.hasDatabase) this.postgres = await OwnPostgres.start(settings);
    const env = {
      ...process.env,
      ...withThisNode(),
      ADDRESS: settings.address,
      ...databaseOf(this.postgres),
    };
    this.prepare(env, { isEmpty });
    const places = { web: webInternal, worker: workerInternal };
    for (const name of this.isStopping ? [] : (['web', 'worker'] as const)) {
      const own = {
        ...environmentOf(name, env),
        INTERNAL_PORT: textOf(places[name]),
        ...(settings.watch ? {} : leavingWithParent()),
      };
      this.children.push(new Child({ name, command: commandOf(name, settings), env: own }));
    }
    await this.untilReady('web', { address: settings.address, port: settings.webPort });
    await this.untilReady('worker', workerInternal);
  }

  private prepare(env: NodeJS.ProcessEnv, { isEmpty }: { readonly isEmpty: boolean }): void {
    if (this.isStopping) return;
    migrate(this.settings, env);
    if (this.settings.exampleData && isEmpty) putExampleData(this.settings, env);
  }

  private async untilReady(name: string, place: Place): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!this.isStopping && !(await isReady(place))) {
      if (Date.now() > deadline)
        throw new Error(`${name} is not ready after a minute; what it wrote stands above.`);
      await pause(100);
    }
  }
}

function migrate(settings: Settings, env: NodeJS.ProcessEnv): void {
  const [program = '', ...args] = settings.watch ? compiled('admin', settings) : [bundled('admin', settings)];
  const { status } = spawnSync(program, [...args, 'migrate'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The database could not be migrated.');
}

function commandOf(name: string, settings: Settings): string[] {
  if (settings.watch) {
    const nest = join(settings.root, 'node_modules/@nestjs/cli/bin/nest.js');
    return [process.execPath, '--import', leaveWithParent, nest, 'start', name, '--watch', '--no-shell'];
  } else {
    return [bundled(name, settings)];
  }
}

/** Its first line says how Node is to be started. */
const bundled = (name: string, { root }: Settings) => join(root, `dist/bundle/${name}.js`);

/** What is there when the processes are compiled again at every change. */
const compiled = (name: string, { root }: Settings) => [
  process.execPath,
  join(root, `dist/apps/${name}/src/main.js`),
];

/** Where the options of Node are in the first line of a file, others have to come by the environment. */
function leavingWithParent(): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${leaveWithParent}` };
}

/** For the files that are run by their first line: the Node that runs this, wherever it is. */
function withThisNode(): NodeJS.ProcessEnv {
  return { PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter) };
}

const nextPort = ({ address, port }: Place): Place => ({ address, port: port + 1 });

function textOf({ address, port }: Place): string {
  return `${isIPv6(address) ? `[${address}]` : address}:${port}`;
}

async function isReady({ address, port }: Place): Promise<boolean> {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address;
  try {
    return (
      await fetch(`http://${textOf({ address: reachable, port })}/health/ready`, {
        signal: AbortSignal.timeout(2_000),
      })
    ).ok;
  } catch {
    return false;
  }
}
