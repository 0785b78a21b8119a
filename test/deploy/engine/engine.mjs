import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { runCommand } from '../run-command.mjs';
import { dockerPrograms } from '../tools.mjs';
import { toolsFolder } from '../tools/cached.mjs';
import { ControlGroup } from './control-group.mjs';
import { firstProcessOf } from './first-process.mjs';
import { startRegistry } from './npm-registry.mjs';
import { until } from './until.mjs';

/** Another run may have to end first. */
const READY_WITHIN_MS = 900_000;

/** In a network of the engine's own. Names and ports of containers are those of no other engine on this machine. */
const GATEWAY = '10.199.0.1';
const REGISTRY_PORT = 4873;

/** It changes no routes of packets, so containers reach each other and this machine's end of their network, and nothing else. */
const OPTIONS = [
  ...['--iptables=false', '--ip6tables=false', '--ip-masq=false'],
  ...['--bip', `${GATEWAY}/24`, '--default-address-pool', 'base=10.198.0.0/16,size=24'],
  ...['--exec-opt', 'native.cgroupdriver=cgroupfs'],
];

const START = 'ip link set lo up && exec docker-init -- dockerd "$@"';

/**
 * A Docker engine of our own, as root, with everything that it starts in namespaces of its own: when its first process ends,
 * all of it is gone. What it has built stays in .tools for the next time; one run after another may use that.
 */
export async function startEngine(scratch, environment) {
  const { folders, plugins } = await dockerPrograms();
  const folder = join(scratch, 'engine');
  const kept = join(toolsFolder, 'engine');
  for (const each of [folder, kept]) mkdirSync(each, { recursive: true });
  const env = settings(folder, plugins, {
    ...environment,
    PATH: [...folders, environment.PATH].join(delimiter),
  });
  const group = new ControlGroup(`garbanzo-${process.pid}`);
  const engine = new Engine(env, group, startDaemon({ folder, kept, env, group }));
  try {
    await engine.becomeReady(join(folder, 'npm.sock'));
  } catch (cause) {
    await engine.stop();
    throw new Error(`The engine does not start:\n${engine.output}`, { cause });
  }
  return engine;
}

/** The client's: which engine, and that builds ask this machine's npm for packages, since they reach nothing else. */
function settings(folder, plugins, environment) {
  const proxy = `http://${GATEWAY}:${REGISTRY_PORT}`;
  const config = { cliPluginsExtraDirs: [plugins], proxies: { default: { httpProxy: proxy } } };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  return { ...environment, DOCKER_CONFIG: folder, DOCKER_HOST: `unix://${folder}/docker.sock` };
}

function startDaemon({ folder, kept, env, group }) {
  const places = ['--data-root', join(kept, 'data'), '--exec-root', join(folder, 'exec')];
  const more = ['--pidfile', join(folder, 'pid'), '--host', env.DOCKER_HOST, '--cgroup-parent', group.path];
  const apart = ['unshare', '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const command = [...apart, 'sh', '-c', START, 'sh', ...places, ...more, ...OPTIONS];
  return spawn('flock', ['--no-fork', join(kept, 'lock'), ...command], { env });
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

  async stop() {
    if (this.registry) {
      await this.removeContainers();
      await this.docker('image', 'prune', '--force');
      await this.registry.stop();
    }
    if (this.firstProcess && this.daemon.exitCode === null) process.kill(this.firstProcess, 'SIGTERM');
    else this.daemon.kill();
    await this.ended;
    this.group.remove();
  }
}
