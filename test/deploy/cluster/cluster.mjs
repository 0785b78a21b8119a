import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../pods/free-port.mjs';
import { runCommand } from '../run-command.mjs';
import { customResources, debianFile, kubectl, kubernetesServer } from '../tools.mjs';
import { prepareAccess, writeKubeconfig } from './access.mjs';
import { Api } from './api.mjs';
import { apiServer, controllerManager, etcd, scheduler } from './control-plane.mjs';
import { playOperators } from './operators.mjs';
import { playNodes } from './played.mjs';
import { startProgram } from './program.mjs';

/**
 * A Kubernetes on this machine: the real API server with RBAC and Pod Security on an etcd, the real controllers and the real
 * scheduler, reached on the loopback interface alone. Until it is stopped, or this process is gone, whatever happens.
 *
 * @param kubeconfig the file that is to lead to it, as its administrator
 * @param nodes how many nodes kwok plays: what runs on them is ready at once, and runs nowhere
 * @param definitions whose custom resources are there from the beginning, by the names in tools/custom-resources.mjs
 */
export async function startCluster(kubeconfig, { nodes = 3, definitions = [] } = {}) {
  const folder = `${kubeconfig}.cluster`;
  mkdirSync(folder);
  const running = [];
  const stop = async () => {
    for (const one of running.splice(0).toReversed()) await one.stop();
  };
  const start = async (program) => running.push(await startProgram(folder, program));
  try {
    const access = await startControlPlane(folder, start);
    const api = new Api(access.admin);
    writeKubeconfig(kubeconfig, access.admin);
    await define(kubeconfig, definitions);
    if (nodes > 0) await playNodes({ folder, api, nodes, access: access.admin, start });
    running.push(playOperators(api));
    const pids = () => running.map(({ pid }) => pid).filter(Boolean);
    return { api, access, auditLog: access.auditLog, pids, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startControlPlane(folder, start) {
  const [programs, etcdProgram] = [await kubernetesServer(), await debianFile(ETCD)];
  const ports = { etcd: await freePort(), peers: await freePort(), server: await freePort() };
  const access = await prepareAccess(folder, ports.server);
  await start(etcd(etcdProgram, folder, ports));
  await start(apiServer(programs, folder, { ports, access }));
  access.readAuthority();
  for (const program of [controllerManager, scheduler]) await start(program(programs, folder, access));
  return access;
}

/** Without Debian, whatever etcd is on PATH. */
const ETCD = { package: 'etcd-server', file: 'usr/bin/etcd' };

async function define(kubeconfig, names) {
  if (names.length === 0) return;
  const files = await customResources();
  const args = names.flatMap((name) => files[name]).flatMap((file) => ['--filename', file]);
  const env = { KUBECONFIG: kubeconfig, HOME: join(kubeconfig, '..') };
  const run = async (...words) => runCommand(await kubectl(), [...words, ...args], { env });
  // In the manner of `apply`, they would be too large for the annotation that it makes.
  await run('create');
  await run('wait', '--for=condition=Established', '--timeout=60s');
}
