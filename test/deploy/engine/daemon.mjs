import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In a network of the engine's own. Names and ports of containers are those of no other engine on this machine. */
const GATEWAY = '10.199.0.1';
export const REGISTRY_PORT = 4873;

/** It changes no routes of packets, so containers reach each other and this machine's end of their network, and nothing else. */
const OPTIONS = [
  '--iptables=false',
  '--ip6tables=false',
  '--ip-masq=false',
  `--bip=${GATEWAY}/24`,
  '--default-address-pool=base=10.198.0.0/16,size=24',
  '--exec-opt=native.cgroupdriver=cgroupfs',
];

const START = 'ip link set lo up && exec docker-init -- dockerd "$@"';

/** The client's: which engine, and that builds ask this machine's npm for packages, since they reach nothing else. */
export function clientSettings(folder, plugins, environment) {
  const proxy = `http://${GATEWAY}:${REGISTRY_PORT}`;
  const config = { cliPluginsExtraDirs: [plugins], proxies: { default: { httpProxy: proxy } } };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  return { ...environment, DOCKER_CONFIG: folder, DOCKER_HOST: `unix://${folder}/docker.sock` };
}

/** dockerd, in namespaces of its own. The folder that it keeps is for one at a time: the next waits until it has ended. */
export function startDaemon({ folder, kept, env, group }) {
  const places = ['--data-root', join(kept, 'data'), '--exec-root', join(folder, 'exec')];
  const more = ['--pidfile', join(folder, 'pid'), '--host', env.DOCKER_HOST, '--cgroup-parent', group.path];
  const apart = ['unshare', '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const command = [...apart, 'sh', '-c', START, 'sh', ...places, ...more, ...OPTIONS];
  return spawn('flock', ['--no-fork', join(kept, 'lock'), ...command], { env });
}
