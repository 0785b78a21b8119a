import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { runCommand } from '../run-command.mjs';
import { dockerPrograms } from '../tools.mjs';
import { toolsFolder } from '../tools/cached.mjs';
import { ControlGroup } from './control-group.mjs';
import { clientSettings, REGISTRY_PORT, startDaemon } from './daemon.mjs';
import { firstProcessOf } from './first-process.mjs';
import { startRegistry } from './npm-registry.mjs';
import { until } from './until.mjs';

/** Another run may have to end first. */
const READY_WITHIN_MS = 900_000;
/** Of what images were built of: enough for the last two states of the packages and of the sources. */
const KEPT = '3GB';

/**
 * A Docker engine of our own, as root, with everything that it starts in namespaces of its own: when its first process ends,
 * all of it is gone. What it has built stays in .tools for the next time; one run after another may use that.
 */
export async function startEngine(scratch, environment) {
  const { folders, plugins } = await dockerPrograms();
  const folder = join(scratch, 'engine');
  const kept = join(toolsFolder, 'engine');
  for (const each of [folder, kept]) mkdirSync(each, { recursive: true });
  const env = clientSettings(folder, plugins, {
    ...environment,
    PATH: [...folders, environment.PATH].join(delimiter),
  });
  const group = new ControlGroup();
  const engine = new Engine(env, group, startDaemon({ folder, kept, env, group }));
  try {
    await engine.becomeReady(join(folder, 'npm.sock'));
  } catch (cause) {
    await engine.stop();
    throw new Error(`The engine does not start:\n${engine.output}`, { cause });
  }
  return engine;
}

class Engine {
  output = '';

  constructor(env, group, daemon) {
    this.env = env;
    this.group = group;
    this.daemon = daemon;
    this.ended = once(daemon, 'close');
    for (const stream of [daemon.stdout, daemon.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.output = (this.output + text).slice(-20_000)));
    }
  }

  async becomeReady(socket) {
    await until(
      async () => {
        this.firstProcess = firstProcessOf(this.daemon.pid);
        await this.docker('version');
      },
      READY_WITHIN_MS,
      this.daemon,
    );
    endWithThisProcess(this.firstProcess);
    this.group.preferred();
    await this.removeContainers();
    this.registry = await startRegistry(socket, (relay) =>
      spawn(...this.inside('node', [relay, String(REGISTRY_PORT), socket])),
    );
  }

  /** Runs docker with these arguments and answers with what it wrote. */
  async docker(...args) {
    return (await runCommand('docker', args, { env: this.env })).stdout.trim();
  }

  /** A command, and its arguments, that runs a program where the ports and addresses of containers are reached. */
  inside(program, args) {
    return ['nsenter', [`--net=/proc/${this.firstProcess}/ns/net`, program, ...args], { env: this.env }];
  }

  /** Runs a program there. @param options as runCommand has them */
  run(program, args, options = {}) {
    const [command, more, { env }] = this.inside(program, args);
    return runCommand(command, more, { ...options, env: { ...env, ...options.env } });
  }

  /** Also those that a run has left behind that was killed. */
  async removeContainers() {
    const containers = await this.docker('ps', '--all', '--quiet');
    if (containers) await this.docker('rm', '--force', '--volumes', ...containers.split('\n'));
    await this.docker('network', 'prune', '--force');
    await this.docker('volume', 'prune', '--all', '--force');
  }

  /** All but those that images are built on. What they were built of stays. */
  async removeImages() {
    const images = await this.docker('image', 'ls', '--format', '{{ .Repository }}:{{ .Tag }}');
    const built = images.split('\n').filter((image) => !/^(debian|node|postgres):|<none>|^$/.test(image));
    if (built.length > 0) await this.docker('image', 'rm', '--force', ...built);
    await this.docker('image', 'prune', '--force');
    await this.docker('builder', 'prune', '--force', '--keep-storage', KEPT);
  }

  async stop() {
    try {
      if (this.registry) await this.tidy();
    } finally {
      if (this.firstProcess && this.daemon.exitCode === null) process.kill(this.firstProcess, 'SIGTERM');
      else this.daemon.kill();
      await this.ended;
      // The kernel may take a moment to see that everybody is gone.
      await until(() => this.group.remove(), 5_000);
    }
  }

  async tidy() {
    await this.registry.stop();
    await this.removeContainers();
    await this.removeImages();
  }
}
