import { until } from '../engine/until.mjs';

/** With its default service account, which a controller makes a moment later: no pod is admitted before. */
export async function createNamespace(api, name, labels) {
  await api.create('/api/v1/namespaces', { metadata: { name, labels } });
  await until(() => api.get(`/api/v1/namespaces/${name}/serviceaccounts/default`));
}

/** All that the variables and files of a pod may name: `{configMaps, secrets}` of a namespace, each by name. */
export async function readNamespace(api, namespace) {
  const read = async (kind) => (await api.get(`/api/v1/namespaces/${namespace}/${kind}`)).items;
  return {
    configMaps: byName(await read('configmaps'), ({ data }) => data),
    secrets: byName(await read('secrets'), decoded),
  };
}

const decoded = ({ data = {} }) =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]),
  );

const byName = (items, dataOf) => Object.fromEntries(items.map((item) => [item.metadata.name, dataOf(item)]));
