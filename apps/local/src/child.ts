import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { passOn, say } from './say.js';

const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** A child that has lived that long begins again with the shortest pause. */
const STEADY_MS = 10_000;
const STOP_TIMEOUT_MS = 10_000;

interface Options {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** A process that is started again whenever it ends by itself. */
export class Child {
  private child: ChildProcess;
  private pauseMs = SHORTEST_PAUSE_MS;
  private stopping = false;

  constructor(private readonly options: Options) {
    this.child = this.start();
  }

  /** Asks it to end, and ends it when it does not. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.hasEnded()) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  }

  kill(): void {
    this.stopping = true;
    this.child.kill('SIGKILL');
  }

  private hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** In a process group of its own, so that a Ctrl-C in the terminal reaches us alone and we end all in order. */
  private start(): ChildProcess {
    const { name, command, env } = this.options;
    const [program = '', ...args] = command;
    const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    passOn(name, child.stdout);
    passOn(name, child.stderr);
    const started = Date.now();
    child.on('exit', (code, signal) => void this.startAgain(Date.now() - started, signal ?? `code ${code}`));
    return child;
  }

  private async startAgain(livedMs: number, reason: string): Promise<void> {
    if (this.stopping) return;
    this.pauseMs = livedMs > STEADY_MS ? SHORTEST_PAUSE_MS : this.pauseMs;
    say(`${this.options.name} has ended (${reason}); starting it again.`);
    await pause(this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
    if (!this.stopping) this.child = this.start();
  }
}
