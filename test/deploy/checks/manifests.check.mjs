import { installs, render } from '../chart.mjs';
import { mustBeValid } from '../manifests.mjs';
import { mustRefuse } from '../must-refuse.mjs';

export const name = 'every manifest is what Kubernetes 1.36 and the operators read';

export async function run({ environment, step }) {
  for (const install of installs) {
    await step(install.release, async () => mustBeValid(await render(install, environment)));
  }
  await step('what is misspelt or unsafe is refused', async () => {
    const everything = await Promise.all(installs.map((install) => render(install, environment)));
    for (const seed of SEEDS) await refuseSeed(everything, seed);
  });
}

/** In each kind of manifest a fault of its own: what it is, what stands there, and what is put in its place. */
const SEEDS = [
  ['a Deployment', 'maxUnavailable: 0', 'maxUnavailible: 0', /Deployment .*maxUnavailible/],
  ['a probe', 'failureThreshold: 60', 'failureTreshold: 60', /Deployment .*failureTreshold/],
  ['a key that stands twice', 'replicas: 3', 'replicas: 3\n  replicas: 4', /"replicas" already/],
  ['a value of another type', 'replicas: 3', 'replicas: three', /Deployment .*replicas/],
  ['a Job', 'backoffLimit:', 'backOffLimit:', /Job .*backOffLimit/],
  ['a Service', 'targetPort:', 'targetport:', /Service .*targetport/],
  ['a NetworkPolicy', 'policyTypes:', 'policyType:', /NetworkPolicy .*policyType/],
  [
    'a PodDisruptionBudget',
    'unhealthyPodEvictionPolicy:',
    'unhealthyPodEviction:',
    /DisruptionBudget .*unhealthyPodEviction/,
  ],
  ['an autoscaler', 'averageUtilization:', 'averageUtilisation:', /Autoscaler .*averageUtilisation/],
  ['an Ingress', 'ingressClassName:', 'ingressClass:', /Ingress .*ingressClass/],
  ['a PodMonitor', 'interval: 30s', 'intervall: 30s', /PodMonitor .*intervall/],
  ['a PrometheusRule', 'alert: GarbanzoErrors', 'alarm: GarbanzoErrors', /PrometheusRule .*alarm/],
  ['an HTTPRoute', 'backendRefs:', 'backends:', /HTTPRoute .*backends/],
  ['a Gateway', 'gatewayClassName:', 'gatewayClass:', /Gateway .*gatewayClass/],
  ['a Certificate', 'dnsNames:', 'dnsNmes:', /Certificate .*dnsNmes/],
  ['a ScaledObject', 'maxReplicaCount:', 'maxReplicas:', /ScaledObject .*maxReplicas/],
  ['an unknown kind', 'kind: ServiceAccount', 'kind: ServiceAcount', /ServiceAcount/],
  ['a pod as root', 'runAsNonRoot: true', 'runAsNonRoot: false', /restricted|runAsNonRoot/],
  ['a pod with rights', /drop:\n *- ALL/, 'drop: []', /capabilities/],
];

async function refuseSeed(everything, [what, right, wrong, because]) {
  const manifests = everything.find((text) => text.search(right) !== -1);
  if (manifests === undefined) throw new Error(`There is no "${right}" any more to put a fault in its place`);
  await mustRefuse(what, because, () => mustBeValid(manifests.replace(right, wrong)));
}
