import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { installs } from '../chart.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { readRelease } from '../pods/release.mjs';
import { refuseLooseEnds } from '../chart-values/references.mjs';
import { refuseUnknownVariables } from '../chart-values/variables.mjs';

export const name =
  'what a manifest of the chart names is there, also where nobody here acts on it, and its variables are read';

export async function run({ environment, step }) {
  const releases = [];
  for (const install of installs) {
    await step(install.release, async () => {
      const { manifests } = await readRelease(install, environment);
      refuseLooseEnds(manifests);
      refuseUnknownVariables(manifests, addedBy(install));
      releases.push(manifests);
    });
  }
  await step('what leads nowhere is refused', async () => {
    for (const seed of SEEDS) await refuseSeed(releases, seed);
  });
  await step('a misspelt variable is refused', () => refuseMisspelt(releases));
}

function addedBy({ values }) {
  const { extraEnv = [], extraContainers = [] } = parse(readFileSync(values, 'utf8')) ?? {};
  return [extraEnv, ...extraContainers.map(({ env = [] }) => env)]
    .flat()
    .map(({ name: variable }) => variable);
}

async function refuseMisspelt([web]) {
  const misspell = (right, wrong) => JSON.parse(JSON.stringify(web).replaceAll(`"${right}"`, `"${wrong}"`));
  for (const [right, wrong] of [
    ['LOG_LEVEL', 'LOG_LEVLE'],
    ['POSTGRES_HOST', 'POSTGRES_HSOT'],
  ])
    await mustRefuse(wrong, new RegExp(wrong), async () => refuseUnknownVariables(misspell(right, wrong)));
}

/** A fault in a manifest of some kind, and what is said of it. */
const SEEDS = [
  ['Service', ({ spec }) => (spec.selector = { a: 'b' }), /selects no pod/],
  ['Service', ({ spec }) => (spec.ports[0].targetPort = 'htpp'), /port htpp/],
  ['PodDisruptionBudget', ({ spec }) => (spec.selector.matchLabels = { a: 'b' }), /selects no pod/],
  ['NetworkPolicy', ({ spec }) => (spec.podSelector.matchLabels = { a: 'b' }), /selects no pod/],
  ['NetworkPolicy', ({ spec }) => (spec.ingress[0].ports[0].port = 'inside'), /port inside/],
  ['PodMonitor', ({ spec }) => (spec.selector.matchLabels = { a: 'b' }), /selects no pod/],
  ['PodMonitor', ({ spec }) => (spec.podMetricsEndpoints[0].port = 'inside'), /port inside/],
  ['HorizontalPodAutoscaler', ({ spec }) => (spec.scaleTargetRef.name = 'x'), /Deployment x/],
  ['ScaledObject', ({ spec }) => (spec.scaleTargetRef.name = 'x'), /Deployment x/],
  ['ScaledObject', ({ spec }) => (spec.triggers[0].authenticationRef.name = 'x'), /TriggerAuthentication x/],
  ['Ingress', ({ spec }) => (spec.rules[0].http.paths[0].backend.service.name = 'x'), /Service x/],
  ['Ingress', ({ spec }) => (spec.tls[0].secretName = 'x'), /secret x/],
  ['Gateway', ({ spec }) => (spec.listeners.at(-1).tls.certificateRefs[0].name = 'x'), /secret x/],
  ['HTTPRoute', ({ spec }) => (spec.rules[0].backendRefs[0].name = 'x'), /Service x/],
  ['HTTPRoute', ({ spec }) => (spec.rules[0].backendRefs[0].port = 1), /port 1/],
  ['Deployment', ({ spec }) => (spec.template.spec.serviceAccountName = 'x'), /ServiceAccount x/],
  ['Deployment', ({ spec }) => (containerOf(spec).envFrom[0].configMapRef.name = 'x'), /ConfigMap x/],
  ['Deployment', ({ spec }) => (containerOf(spec).livenessProbe.httpGet.port = 'htpp'), /port htpp/],
];

const containerOf = ({ template }) => template.spec.containers[0];

/** Into each release that has the place: not all of them are told everything. */
async function refuseSeed(releases, [kind, change, because]) {
  const seeded = structuredClone(releases).filter((manifests) => canBe(change, kind, manifests));
  if (seeded.length === 0) throw new Error(`There is no ${kind} any more to put a fault into: ${change}`);
  await mustRefuse(`a ${kind}: ${change}`, because, async () =>
    seeded.forEach((manifests) => refuseLooseEnds(manifests)),
  );
}

/** Changes the first of its kind that has what is to be changed. */
function canBe(change, kind, manifests) {
  return manifests
    .filter((manifest) => manifest.kind === kind)
    .some((manifest) => {
      try {
        change(manifest);
        return true;
      } catch {
        return false;
      }
    });
}
