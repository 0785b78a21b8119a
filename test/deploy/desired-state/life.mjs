import { rolledBehindMigration } from '../cluster/rollouts.mjs';
import { until } from '../engine/until.mjs';

/** The rest of what runs is the same afterwards, to the last pod. */
export async function upgrade({ cluster: { api }, helmsman }, file, image) {
  const before = await podsOf(api);
  const rolled = await rolledBehindMigration(api, 'garbanzo', () => helmsman.apply(file, image));
  if (rolled.join() !== 'garbanzo-web,garbanzo-worker') throw new Error(`It rolled ${rolled.join(', ')}`);
  const after = await podsOf(api);
  const changed = [...new Set([...before, ...after])].filter(
    (pod) => !before.includes(pod) || !after.includes(pod),
  );
  const other = changed.filter((pod) => !/^garbanzo\/garbanzo-(web|worker)-/.test(pod));
  if (other.length > 0) throw new Error(`Other pods are new or gone: ${other.join(', ')}`);
}

/** Those that stay: a Job's pod has ended. */
async function podsOf(api) {
  const { items } = await api.get('/api/v1/pods');
  const staying = items.filter(
    ({ metadata, status }) => status.phase === 'Running' && !metadata.deletionTimestamp,
  );
  return staying.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
}

/** With the token that the pipeline has. */
export async function goBack(world, { GARBANZO_TAG }) {
  const { helm } = await world.asDeployer();
  for (const release of ['garbanzo-web', 'garbanzo-worker']) {
    const named = [release, '--namespace', 'garbanzo', '--timeout', '2m'];
    await helm(['test', ...named]);
    await helm(['rollback', ...named, '--wait']);
  }
  const { items } = await world.cluster.api.get('/apis/apps/v1/namespaces/garbanzo/deployments');
  const images = items.map(({ spec }) => spec.template.spec.containers[0].image);
  const other = images.find((image) => !image.endsWith(`:${GARBANZO_TAG}`));
  if (images.length !== 2 || other) throw new Error(`It is at ${images.join(', ')}`);
}

export async function destroy({ helmsman, cluster: { api }, tools }, file, image) {
  await helmsman.destroy(file, image);
  const left = JSON.parse(await tools.helm(['list', '--all-namespaces', '--output', 'json']));
  if (left.length > 0) throw new Error(`${left.map(({ name }) => name).join(', ')} are left`);
  await until(async () => {
    const pods = await podsOf(api);
    if (pods.length > 0) throw new Error(`${pods.join(', ')} run on`);
  });
  // Definitions are not removed with the charts that brought them, or every database would go with its operator.
  await api.get('/apis/apiextensions.k8s.io/v1/customresourcedefinitions/clusters.postgresql.cnpg.io');
}
