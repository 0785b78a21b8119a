import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { runCommand } from '../run-command.mjs';

/**
 * As a container engine would: nothing can be written but /tmp, the command is process 1 of its own kind of processes, it
 * is the image's user and can become no other. The network is that of the machine.
 */
const ENTER = `
  set -eu
  tree=$1 user=$2 group=$3
  shift 3
  mount --bind "$tree" "$tree"
  mount -o remount,bind,ro "$tree"
  mount -t tmpfs tmpfs "$tree/tmp"
  mount -t proc proc "$tree/proc"
  mount --rbind /dev "$tree/dev"
  exec chroot "$tree" setpriv --reuid="$user" --regid="$group" --clear-groups --no-new-privs \
    --inh-caps=-all --bounding-set=-all env --ignore-environment "$@"
`;

/** A container of an image: its tree, and what the image says about user, environment and command. */
export class Container {
  output = '';

  constructor(tree, config, args, env = {}) {
    this.config = config;
    const [user, group] = config.User.split(':');
    this.environment = [
      `--chdir=${config.WorkingDir}`,
      ...config.Env,
      ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ];
    const apart = ['--mount', '--pid', '--fork', '--kill-child'];
    const command = [...this.environment, ...config.Entrypoint, ...args];
    this.process = spawn('unshare', [...apart, 'sh', '-c', ENTER, 'sh', tree, user, group, ...command]);
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.output += text));
    }
    this.ended = once(this.process, 'close').then(([code, signal]) => code ?? signal);
  }

  /** Resolves once work() does not throw; what was thrown last is thrown when the container ends or time is up. */
  async until(work, withinMs = 60_000) {
    const deadline = Date.now() + withinMs;
    for (;;) {
      try {
        return await work();
      } catch (cause) {
        const isOver = this.process.exitCode !== null || Date.now() > deadline;
        if (isOver) throw new Error(`It is not so, after:\n${this.output}`, { cause });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** Runs a command in it, as `docker exec` does. */
  exec(args) {
    const [user, group] = this.config.User.split(':');
    const inside = ['--mount', '--pid', '--root', '--setuid', user, '--setgid', group];
    const command = ['env', '--ignore-environment', ...this.environment, ...args];
    return runCommand('nsenter', ['--target', this.firstProcess(), ...inside, ...command]);
  }

  /** Answers with the exit code of process 1. */
  stop(signal = 'SIGTERM') {
    process.kill(Number(this.firstProcess()), signal);
    return this.ended;
  }

  /** Its number outside. */
  firstProcess() {
    const { pid } = this.process;
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  }
}
