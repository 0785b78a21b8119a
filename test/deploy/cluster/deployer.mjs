import { dirname, join } from 'node:path';
import { until } from '../engine/until.mjs';
import { root } from '../root.mjs';
import { writeKubeconfig } from './access.mjs';

/** Where pipelines find who deploys. */
const NAMESPACE = 'concourse-main';

/**
 * Installs k8s/charts/deployer for these namespaces, and answers with a kubeconfig that has the token which the chart asked for,
 * as the pipeline has it.
 *
 * @param helm runs helm as the administrator
 */
export async function installDeployer({ cluster, kubeconfig, helm, namespaces, chart = DEPLOYER }) {
  const named = ['--namespace', NAMESPACE, '--create-namespace'];
  const values = ['--set-json', `namespaces=${JSON.stringify(namespaces)}`];
  await helm(['upgrade', '--install', 'concourse-deployer', chart, ...named, ...values]);
  return await deployerKubeconfig(cluster, kubeconfig);
}

/** Once the chart is there. */
export async function deployerKubeconfig(cluster, kubeconfig) {
  const data = await until(() => filledIn(cluster.api));
  const file = join(dirname(kubeconfig), 'deployer.kubeconfig');
  writeKubeconfig(file, {
    server: cluster.access.admin.server,
    authority: decode(data['ca.crt']),
    token: decode(data.token),
  });
  return file;
}

export const DEPLOYER = join(root, 'k8s/charts/deployer');

async function filledIn(api) {
  const { data } = await api.get(`/api/v1/namespaces/${NAMESPACE}/secrets/deployer`);
  if (data?.token === undefined) throw new Error('The Secret of the deployer has no token');
  return data;
}

const decode = (value) => Buffer.from(value, 'base64').toString();
