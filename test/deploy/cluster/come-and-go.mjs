import { chart } from '../chart.mjs';
import { rolledBehindMigration } from './rollouts.mjs';
import { mustServe } from './serving.mjs';

const NAMESPACE = 'garbanzo';
const ENFORCE = 'pod-security.kubernetes.io/enforce';

/**
 * What Helmsman asks helm for during the life of a release, by whoever deploys: it is installed and waited for, tested, planned
 * again, upgraded, rolled back and removed.
 */
export async function comeAndGo({ release, values }, { deployer, admin, cluster: { api } }) {
  const named = [release, chart, '--namespace', NAMESPACE, '--values', values];
  const waited = ['--wait', '--timeout', '2m'];
  const { helm, kubectl } = deployer;
  await kubectl(['get', 'namespace', NAMESPACE]);
  await admin.kubectl(['label', `namespace/${NAMESPACE}`, `${ENFORCE}-`]);
  await kubectl(['label', '--overwrite', `namespace/${NAMESPACE}`, `${ENFORCE}=restricted`]);
  const migrates = /^kind: Job$/m.test(await helm(['template', ...named]));
  const install = () => helm(['upgrade', '--install', ...named, ...waited]);
  await (migrates ? rolledBehindMigration(api, NAMESPACE, install) : install());
  await mustServe(api, NAMESPACE, release);
  const storage = ['--selector', `owner=helm,name=${release}`, '--namespace', NAMESPACE];
  await kubectl(['label', '--overwrite', 'secret', ...storage, 'MANAGED-BY=HELMSMAN']);
  const { items } = JSON.parse(
    await admin.kubectl(['get', 'deployment', '--namespace', NAMESPACE, '--output', 'json']),
  );
  for (const { metadata } of items)
    await kubectl(['rollout', 'status', '--namespace', NAMESPACE, `deployment/${metadata.name}`]);
  await helm(['list', '--namespace', NAMESPACE, '--output', 'json']);
  await helm(['test', release, '--namespace', NAMESPACE, '--timeout', '1m']);
  const differences = await helm(['diff', '--disable-validation', 'upgrade', ...named]);
  if (differences !== '') throw new Error(`Planned again, it would change\n${differences}`);
  await helm(['upgrade', '--install', ...named, ...waited, '--set', 'terminationGracePeriodSeconds=77']);
  await helm(['rollback', release, '1', '--namespace', NAMESPACE, ...waited]);
  await helm(['uninstall', release, '--namespace', NAMESPACE, ...waited]);
  const left = await admin.kubectl([
    'get',
    KINDS,
    '--namespace',
    NAMESPACE,
    '--selector',
    `app.kubernetes.io/instance=${release}`,
    '--output',
    'name',
  ]);
  if (left !== '') throw new Error(`It leaves ${left}`);
}

const KINDS =
  'deployments,services,configmaps,secrets,serviceaccounts,networkpolicies,poddisruptionbudgets,jobs,cronjobs';
