import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { until } from '../engine/until.mjs';
import { kwok } from '../tools.mjs';
import { writeKubeconfig } from './access.mjs';

const ARCHITECTURE = { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' };
const ROOM = { cpu: '16', memory: '64Gi', 'ephemeral-storage': '100Gi', pods: '110' };

/** Nodes that kwok plays, and whatever is scheduled onto them. Resolves when they are ready. */
export async function playNodes({ folder, api, nodes, access, start }) {
  const { program, stages } = await kwok();
  const [config, kubeconfig] = [join(folder, 'stages.yaml'), join(folder, 'kwok.kubeconfig')];
  writeFileSync(config, readStages(stages));
  writeKubeconfig(kubeconfig, access);
  const options = [`--kubeconfig=${kubeconfig}`, `--config=${config}`, '--manage-all-nodes'];
  await start({ name: 'kwok', program, args: [...options, '--cidr=10.244.0.0/16', '--node-ip=10.0.0.1'] });
  for (let nth = 1; nth <= nodes; nth += 1) await api.create('/api/v1/nodes', node(nth));
  await until(async () => mustBeReady(await api.get('/api/v1/nodes')));
}

function node(nth) {
  const name = `node-${nth}`;
  const labels = { 'kubernetes.io/hostname': name, 'example.org/rack': `rack-${nth}`, ...ARCHITECTURE };
  return { metadata: { name, labels }, status: { capacity: ROOM, allocatable: ROOM } };
}

function mustBeReady({ items }) {
  if (!items.every(isReady)) throw new Error('The nodes are not ready');
}

const isReady = ({ status }) =>
  status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True');

/**
 * Those of kwok, by which the pod of a Job ends as soon as it is ready. In ours, the administrator's does not, since it waits
 * for who comes into it; and that of `helm test` ends as well.
 */
function readStages(folder) {
  const stages = readdirSync(folder).map((file) => parse(readFileSync(join(folder, file), 'utf8')));
  const complete = stages.find(({ metadata }) => metadata.name === 'pod-complete');
  const byJob = complete.spec.selector.matchExpressions.find(({ key }) => key.includes('ownerReferences'));
  const test = structuredClone(complete);
  test.metadata.name = 'pod-complete-test';
  Object.assign(
    test.spec.selector.matchExpressions.find(({ key }) => key === byJob.key),
    { key: '.metadata.annotations["helm.sh/hook"]', values: ['test'] },
  );
  const component = '.metadata.labels["app.kubernetes.io/component"]';
  complete.spec.selector.matchExpressions.push({ key: component, operator: 'NotIn', values: ['admin'] });
  return [...stages, test].map((stage) => stringify(stage)).join('---\n');
}
