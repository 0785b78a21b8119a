/** What the stand-in for a cluster knows: for each group and version its kinds, `*` for those without a namespace. */
const KINDS = {
  v1: 'ConfigMap Namespace* Secret Service ServiceAccount Pod',
  'apps/v1': 'Deployment ReplicaSet StatefulSet',
  'autoscaling/v2': 'HorizontalPodAutoscaler',
  'batch/v1': 'CronJob Job',
  'cert-manager.io/v1': 'Certificate ClusterIssuer*',
  'gateway.networking.k8s.io/v1': 'Gateway HTTPRoute',
  'keda.sh/v1alpha1': 'ScaledObject',
  'monitoring.coreos.com/v1': 'PodMonitor PrometheusRule',
  'networking.k8s.io/v1': 'Ingress NetworkPolicy',
  'policy/v1': 'PodDisruptionBudget',
  'postgresql.cnpg.io/v1': 'Cluster',
  'rbac.authorization.k8s.io/v1': 'ClusterRoleBinding* Role RoleBinding',
};

const VERBS = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];

export const groupVersions = Object.keys(KINDS);

/** The resources of a group and version, as discovery lists them. */
export function resourcesOf(groupVersion) {
  return (KINDS[groupVersion] ?? '').split(' ').filter(Boolean).map(resource);
}

function resource(name) {
  const kind = name.replace('*', '');
  return {
    name: plural(kind),
    singularName: kind.toLowerCase(),
    kind,
    namespaced: kind === name,
    verbs: VERBS,
  };
}

function plural(kind) {
  const name = kind.toLowerCase();
  if (name.endsWith('y')) return `${name.slice(0, -1)}ies`;
  return name.endsWith('s') ? `${name}es` : `${name}s`;
}
