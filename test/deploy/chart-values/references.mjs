import { podTemplates } from './pods.mjs';

/**
 * @param manifests of one release
 * @throws Error naming each selector, name and port in them that leads to nothing in the release
 */
export function refuseLooseEnds(manifests) {
  const release = new Release(manifests);
  const loose = manifests.flatMap((manifest) =>
    (ENDS[manifest.kind]?.(manifest.spec, release) ?? [])
      .filter(Boolean)
      .map((complaint) => `${manifest.kind} ${manifest.metadata.name} ${complaint}`),
  );
  if (loose.length > 0) throw new Error(loose.join('\n'));
}

/** What the manifests of a kind lead to: a complaint for each end that is loose, and undefined for the others. */
const ENDS = {
  Service: ({ selector, ports }, release) => [...release.selected(selector, portsOf(ports, 'targetPort'))],
  PodDisruptionBudget: ({ selector }, release) => release.selected(selector.matchLabels),
  NetworkPolicy: ({ podSelector, ingress = [] }, release) =>
    release.selected(
      podSelector.matchLabels,
      portsOf(
        ingress.flatMap(({ ports = [] }) => ports),
        'port',
      ),
    ),
  PodMonitor: ({ selector, podMetricsEndpoints }, release) =>
    release.selected(selector.matchLabels, portsOf(podMetricsEndpoints, 'port')),
  HorizontalPodAutoscaler: ({ scaleTargetRef }, release) => [
    release.named('Deployment', scaleTargetRef.name),
  ],
  ScaledObject: ({ scaleTargetRef, triggers }, release) => [
    release.named('Deployment', scaleTargetRef.name),
    ...triggers.map(({ authenticationRef }) =>
      release.named('TriggerAuthentication', authenticationRef.name),
    ),
  ],
  Ingress: ({ rules, tls = [] }, release) => [
    ...rules
      .flatMap(({ http }) => http.paths)
      .map(({ backend: { service } }) => release.served(service.name, service.port)),
    ...tls.map(({ secretName }) => release.certified(secretName)),
  ],
  Gateway: ({ listeners }, release) =>
    listeners.flatMap(({ tls }) => tls?.certificateRefs ?? []).map(({ name }) => release.certified(name)),
  HTTPRoute: ({ rules }, release) =>
    rules
      .flatMap(({ backendRefs = [] }) => backendRefs)
      .map(({ name, port }) => release.served(name, { number: port })),
  Deployment: ({ template }, release) => podEnds(template.spec, release),
  Job: ({ template }, release) => podEnds(template.spec, release),
  CronJob: ({ jobTemplate }, release) => podEnds(jobTemplate.spec.template.spec, release),
  Pod: podEnds,
};

/** The names that ports go by. */
const portsOf = (ports, key) => ports.map((port) => port[key]).filter((port) => typeof port === 'string');

function podEnds({ serviceAccountName = 'default', containers }, release) {
  return [
    serviceAccountName === 'default' ? undefined : release.named('ServiceAccount', serviceAccountName),
    ...containers.flatMap(({ envFrom = [], ports = [], ...container }) => [
      ownConfig(envFrom, release),
      ...['startupProbe', 'livenessProbe', 'readinessProbe']
        .map((probe) => container[probe]?.httpGet?.port)
        .filter((port) => typeof port === 'string' && !ports.some(({ name }) => name === port))
        .map((port) => `probes the port ${port}, which is not there`),
    ]),
  ];
}

/** Others are for whoever gives them to make. */
function ownConfig(envFrom, release) {
  const names = envFrom.flatMap(({ configMapRef }) => configMapRef?.name ?? []);
  const missing = names.map((name) => release.named('ConfigMap', name));
  return missing.every(Boolean) ? missing[0] : undefined;
}

class Release {
  constructor(manifests) {
    this.manifests = manifests;
    this.pods = podTemplates({ manifests });
  }

  named(kind, name) {
    const isThere = this.manifests.some((each) => each.kind === kind && each.metadata.name === name);
    return isThere ? undefined : `names the ${kind} ${name}, which is not there`;
  }

  /** With each of these ports in one of the pods. */
  selected(selector, ports = []) {
    const pods = this.pods.filter(({ metadata }) =>
      Object.entries(selector).every(([key, value]) => metadata.labels[key] === value),
    );
    if (pods.length === 0) return ['selects no pod'];
    const there = pods.flatMap(({ spec }) => spec.containers.flatMap(({ ports: own = [] }) => own));
    return ports
      .filter((port) => !there.some(({ name }) => name === port))
      .map((port) => `names the port ${port}, which is not there`);
  }

  served(name, port) {
    const service = this.manifests.find((each) => each.kind === 'Service' && each.metadata.name === name);
    if (service === undefined) return `names the Service ${name}, which is not there`;
    const isThere = service.spec.ports.some((each) => each.name === port.name || each.port === port.number);
    return isThere ? undefined : `names the port ${port.name ?? port.number}, which is not there`;
  }

  /** Where a certificate is asked for, it is the one that is used. */
  certified(secret) {
    const certificates = this.manifests.filter(({ kind }) => kind === 'Certificate');
    const isIt = certificates.length === 0 || certificates.some(({ spec }) => spec.secretName === secret);
    return isIt ? undefined : `names the secret ${secret}, which no Certificate fills`;
  }
}
