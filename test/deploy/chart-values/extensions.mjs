const deployment = ({ find }) => find('Deployment');
const pod = (release) => deployment(release).spec.template.spec;
const container = (release) => pod(release).containers[0];

const volume = { name: 'more', emptyDir: { sizeLimit: '1Mi' } };
const mount = { name: 'more', mountPath: '/more' };
const beside = { name: 'beside', image: '{{ include "garbanzo.image" . }}' };
const besideFilledIn = { name: 'beside', image: 'garbanzo:0.1.0' };
const object = (name) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name } });
const constraint = { maxSkew: 2, topologyKey: 'example.org/rack', whenUnsatisfiable: 'DoNotSchedule' };
const others = { matchLabels: { tier: 'front' } };
const antiAffinity = { requiredDuringSchedulingIgnoredDuringExecution: [] };
const image = { repository: 'garbanzo', tag: '0.1.0' };

/** What values bring into the manifests: what is given, what is looked at, and what has to be seen there. */
export const EXTENSIONS = {
  extraEnv: {
    values: { extraEnv: [{ name: 'TZ', value: 'Europe/Berlin' }] },
    seen: (release) => container(release).env.at(-1),
    expected: { name: 'TZ', value: 'Europe/Berlin' },
  },
  extraEnvFrom: {
    values: { extraEnvFrom: [{ secretRef: { name: 'more' } }] },
    seen: (release) => container(release).envFrom.at(-1),
    expected: { secretRef: { name: 'more' } },
  },
  extraVolumes: {
    values: { extraVolumes: [volume] },
    seen: (release) => pod(release).volumes.at(-1),
    expected: volume,
  },
  extraVolumeMounts: {
    values: { extraVolumeMounts: [mount] },
    seen: (release) => container(release).volumeMounts.at(-1),
    expected: mount,
  },
  extraContainers: {
    values: { image, extraContainers: [beside] },
    seen: (release) => pod(release).containers.at(-1),
    expected: besideFilledIn,
  },
  initContainers: {
    values: { image, initContainers: [beside] },
    seen: (release) => pod(release).initContainers,
    expected: [besideFilledIn],
  },
  extraObjects: {
    values: { fullnameOverride: 'todo', extraObjects: [object('{{ include "garbanzo.name" . }}-more')] },
    seen: ({ manifests }) => manifests.find(({ kind }) => kind === 'Secret'),
    expected: object('todo-more'),
  },
  affinity: {
    values: { affinity: { podAntiAffinity: antiAffinity } },
    seen: (release) => pod(release).affinity,
    expected: { podAntiAffinity: antiAffinity },
  },
  'another spread': {
    values: { topologySpreadConstraints: [constraint] },
    seen: (release) => pod(release).topologySpreadConstraints,
    expected: (release) => [{ ...constraint, labelSelector: deployment(release).spec.selector }],
  },
  'a spread of other pods': {
    values: { topologySpreadConstraints: [{ ...constraint, labelSelector: others }] },
    seen: (release) => pod(release).topologySpreadConstraints[0]?.labelSelector,
    expected: others,
  },
  'no spread': {
    values: { topologySpreadConstraints: [] },
    seen: (release) => pod(release).topologySpreadConstraints,
    expected: undefined,
  },
  'a strategy that keeps no old pods': {
    values: { strategy: { type: 'Recreate' } },
    seen: (release) => deployment(release).spec.strategy,
    expected: { type: 'Recreate' },
  },
  'other times of a probe': {
    values: { livenessProbe: { timeoutSeconds: 9 } },
    seen: (release) => container(release).livenessProbe,
    expected: (release) => ({
      httpGet: { path: '/health', port: container(release).args[0] === 'web' ? 'http' : 'internal' },
      periodSeconds: 10,
      timeoutSeconds: 9,
      failureThreshold: 6,
    }),
  },
  'a probe of something else': {
    values: { startupProbe: { exec: { command: ['true'] } } },
    seen: (release) => container(release).startupProbe,
    expected: { exec: { command: ['true'] }, periodSeconds: 1, failureThreshold: 60 },
  },
  'no probe': {
    values: { livenessProbe: null },
    seen: (release) => container(release).livenessProbe,
    expected: undefined,
  },
  podLabels: {
    values: { podLabels: { tier: 'front' } },
    seen: (release) => deployment(release).spec.template.metadata.labels.tier,
    expected: 'front',
  },
  deploymentAnnotations: {
    values: { deploymentAnnotations: { reload: 'true' } },
    seen: (release) => deployment(release).metadata.annotations,
    expected: { reload: 'true' },
  },
  'a label that Prometheus looks for': {
    values: { commonLabels: { release: 'mine' }, monitoring: { labels: { release: 'prometheus' } } },
    seen: ({ find }) => find('PodMonitor').metadata.labels.release,
    expected: 'prometheus',
  },
  'a service account that is there': {
    values: { serviceAccount: { create: false, name: 'identity' } },
    seen: (release) => [
      pod(release).serviceAccountName,
      release.manifests.some(({ kind }) => kind === 'ServiceAccount'),
    ],
    expected: ['identity', false],
  },
};
