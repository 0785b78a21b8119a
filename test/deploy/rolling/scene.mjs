import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startCluster } from '../cluster/cluster.mjs';
import { installDeployer } from '../cluster/deployer.mjs';
import { createNamespace } from '../cluster/namespace.mjs';
import { startProcessNode } from '../cluster/process-node.mjs';
import { proxyService } from '../cluster/service-proxy.mjs';
import { clusterTools } from '../cluster/tools.mjs';
import { Helmsman } from '../desired-state/helmsman.mjs';
import { startPostgresAsOperatorsDo } from '../pods/postgres.mjs';
import { addressesOf, programsOf } from './programs.mjs';

export const NAMESPACE = 'garbanzo';
const STATE = 'helmsman_small_dsf.yml';
const RESTRICTED = { 'pod-security.kubernetes.io/enforce': 'restricted' };

/**
 * A cluster whose nodes run processes, a PostgreSQL as its operator makes it, and who may deploy web and worker and nothing else.
 *
 * @param trees the sources of each version, by its tag
 */
export async function startScene({ scratch, environment }, trees) {
  const kubeconfig = join(scratch, 'kubeconfig');
  const running = [];
  const stop = async () => {
    for (const one of running.splice(0).toReversed()) await one.stop();
  };
  try {
    const postgres = await startPostgresAsOperatorsDo(scratch);
    running.push(postgres);
    const cluster = await startCluster(kubeconfig, { nodes: 0 });
    running.push(cluster);
    await prepareNamespace(cluster.api, postgres.secrets);
    const services = await keepServices(cluster.api);
    running.push(services);
    const program = programsOf(trees, services.addresses);
    const folder = join(scratch, 'pods');
    const nodes = [];
    for (const name of ['node-1', 'node-2']) {
      nodes.push(await startProcessNode(cluster.api, { name, folder, program }));
      running.push(nodes.at(-1));
    }
    const as = await clusterTools(scratch, environment);
    const admin = as(kubeconfig);
    const deployer = as(
      await installDeployer({ cluster, kubeconfig, helm: admin.helm, namespaces: [NAMESPACE] }),
    );
    const ended = () => nodes.flatMap((node) => node.ended());
    return { ...cluster, postgres, admin, deployer, ended, helmsman: new Helmsman(deployer), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the operator and ci/make-logins.sh have made by the time that web is installed. */
async function prepareNamespace(api, secrets) {
  await createNamespace(api, NAMESPACE, RESTRICTED);
  for (const [name, stringData] of Object.entries(secrets))
    await api.create(`/api/v1/namespaces/${NAMESPACE}/secrets`, { metadata: { name }, stringData });
}

/** What a cluster's resolver knows, and what leads on from there. */
async function keepServices(api) {
  const services = new Map();
  const stopping = new AbortController();
  const change = ({ type, object }) => {
    const { uid } = object.metadata;
    if (type === 'ADDED' && !services.has(uid))
      services.set(uid, { object, proxy: proxyService(api, object) });
    else if (type === 'DELETED') void services.get(uid)?.proxy.then((proxy) => proxy.stop());
    if (type === 'DELETED') services.delete(uid);
  };
  const watching = api.watch(`/api/v1/namespaces/${NAMESPACE}/services`, change, stopping.signal);
  return {
    addresses: () => addressesOf([...services.values()].map(({ object }) => object)),
    stop: async () => {
      stopping.abort();
      await watching;
      for (const { proxy } of services.values()) await (await proxy).stop();
    },
  };
}

/**
 * Of a version, what Helmsman is told about web and worker: its own charts, with its own values for one small node, but with two
 * pods of each. Answers with the file.
 */
export function stateOf(tree, folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(join(tree, 'k8s'), join(folder, 'k8s'), { recursive: true });
  writeFileSync(join(folder, 'two.yaml'), 'replicas: 2\n');
  const { apps, namespaces, settings, context } = parse(readFileSync(join(tree, STATE), 'utf8'));
  const own = Object.entries(apps)
    .filter(([name]) => ['garbanzo-web', 'garbanzo-worker'].includes(name))
    .map(([name, app]) => [name, { ...app, valuesFiles: [...app.valuesFiles, 'two.yaml'] }]);
  const file = join(folder, STATE);
  const only = { [NAMESPACE]: namespaces[NAMESPACE] };
  writeFileSync(
    file,
    JSON.stringify({ context, settings, helmRepos: {}, namespaces: only, apps: Object.fromEntries(own) }),
  );
  return file;
}
