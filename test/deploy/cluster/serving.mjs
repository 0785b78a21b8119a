import { until } from '../engine/until.mjs';

/**
 * What the controllers have found by the selectors and names of a release: pods that are ready behind each Deployment, and behind
 * each Service; those that a disruption may take, and those that are scaled.
 *
 * @throws Error naming what leads to nobody
 */
export async function mustServe(api, namespace, release) {
  const selector = `?labelSelector=app.kubernetes.io%2Finstance%3D${release}`;
  const read = async (path) => (await api.get(`/apis/${path(namespace)}${selector}`)).items;
  await until(async () => {
    for (const [path, serves, complaint] of CONTROLLED) {
      const idle = (await read(path)).find((object) => !serves(object));
      if (idle) throw new Error(`${idle.metadata.name} ${String(complaint)}`);
    }
    await mustHaveEndpoints(api, namespace, selector);
  }, WITHIN_MS);
}

const WITHIN_MS = 20_000;

const CONTROLLED = [
  [
    (namespace) => `apps/v1/namespaces/${namespace}/deployments`,
    ({ status }) => status.readyReplicas > 0,
    'has no pod',
  ],
  [
    (namespace) => `policy/v1/namespaces/${namespace}/poddisruptionbudgets`,
    ({ status }) => status?.expectedPods > 0 && status.disruptionsAllowed > 0,
    'lets no node be emptied, or finds no pod',
  ],
  [
    (namespace) => `autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers`,
    ({ status }) =>
      status?.conditions?.some(({ type, status: is }) => type === 'AbleToScale' && is === 'True'),
    'finds nothing to scale',
  ],
];

async function mustHaveEndpoints(api, namespace, selector) {
  const { items: services } = await api.get(`/api/v1/namespaces/${namespace}/services${selector}`);
  const { items: slices } = await api.get(`/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`);
  const idle = services.find(({ metadata: { name } }) => {
    const own = slices.filter(({ metadata }) => metadata.labels['kubernetes.io/service-name'] === name);
    return !own.some(({ ports, endpoints }) => ports?.length > 0 && endpoints?.some(isReady));
  });
  if (services.length === 0 || idle)
    throw new Error(`${idle?.metadata.name ?? 'No Service'} leads to no pod`);
}

const isReady = ({ conditions }) => conditions.ready;
