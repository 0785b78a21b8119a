import { readFileSync } from 'node:fs';
import { installs } from '../chart.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { comeAndGo } from './come-and-go.mjs';
import { refuseMoreRights, refuseOtherRights, rightsIn, usedRights } from './rights.mjs';

const NAMESPACE = 'garbanzo';
const ROLE = 'concourse-deployer';

/** What it may do besides, wherever it is: look at its namespace, and label it. */
const WITH_ITS_NAMESPACE = {
  apiGroups: [''],
  resources: ['namespaces'],
  resourceNames: [NAMESPACE],
  verbs: ['get', 'patch'],
};

/** Each right of the deployer was used by now; and whatever else there is, it has no right to. */
export async function mustBeNarrow(world, deployer) {
  const { rules } = JSON.parse(
    await world.admin.kubectl(['get', 'role', ROLE, '--namespace', NAMESPACE, '--output', 'json']),
  );
  await mustBeUsed([...rules, WITH_ITS_NAMESPACE], world.cluster);
  await mustHaveNoOther(rules, world.admin, deployer);
  for (const [what, args] of Object.entries(FORBIDDEN)) {
    await mustRefuse(what, /forbidden|Forbidden/, () => deployer.kubectl(args));
  }
  await mustRefuse('a release without a right', /forbidden/, () => withoutRight(world, deployer));
}

async function mustBeUsed(rules, { auditLog }) {
  const used = usedRights(readFileSync(auditLog, 'utf8'));
  refuseMoreRights(rules, used);
  const more = [...rules, { apiGroups: ['apps'], resources: ['daemonsets'], verbs: ['create'] }];
  await mustRefuse('a right that is not needed', /create daemonsets\.apps/, async () =>
    refuseMoreRights(more, used),
  );
}

/** Whichever role gives it, beside what everybody may who has an account. */
async function mustHaveNoOther(rules, admin, { kubectl }) {
  for (const namespace of [NAMESPACE, 'concourse-main', 'kube-system']) {
    const everybody = await rightsIn(namespace, admin.kubectl, AS_SOMEBODY);
    const own = namespace === NAMESPACE ? rules : [];
    refuseOtherRights(await rightsIn(namespace, kubectl), { everybody, rules: [...own, WITH_ITS_NAMESPACE] });
  }
  const everybody = await rightsIn(NAMESPACE, admin.kubectl, AS_SOMEBODY);
  const theirs = await rightsIn(NAMESPACE, kubectl);
  await mustRefuse('a right of another role', /get namespaces garbanzo/, async () =>
    refuseOtherRights(theirs, { everybody, rules }),
  );
}

const AS_SOMEBODY = [
  '--as=system:serviceaccount:default:somebody',
  '--as-group=system:serviceaccounts',
  '--as-group=system:authenticated',
];

const FORBIDDEN = {
  'the secrets of another namespace': ['get', 'secrets', '--namespace', 'kube-system'],
  'all secrets': ['get', 'secrets', '--all-namespaces'],
  'another namespace': ['create', 'namespace', 'more'],
  'what may run in another namespace': ['label', 'namespace', 'kube-system', 'a=b'],
  'no namespace any more': ['delete', 'namespace', NAMESPACE],
  'a node': ['get', 'nodes'],
  'more rights': [
    'create',
    'rolebinding',
    'more',
    '--namespace',
    NAMESPACE,
    '--clusterrole=cluster-admin',
    '--user=a',
  ],
  'the name of somebody else': ['get', 'pods', '--namespace', NAMESPACE, '--as=system:admin'],
  'a token': ['create', 'token', 'default', '--namespace', NAMESPACE],
};

async function withoutRight({ cluster: { api }, ...world }, deployer) {
  const path = `/apis/rbac.authorization.k8s.io/v1/namespaces/${NAMESPACE}/roles/${ROLE}`;
  const { rules } = await api.get(path);
  await api.merge(path, { rules: rules.filter(({ apiGroups }) => apiGroups[0] !== 'policy') });
  await comeAndGo(installs[0], { ...world, cluster: { api }, deployer });
}
