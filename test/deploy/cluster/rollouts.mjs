/**
 * Does some work, and notes in the order of the API server when the migration was done and which Deployments were changed: versions
 * of objects are those of one log.
 *
 * @returns the names of the Deployments, in the order of the alphabet
 * @throws Error when one of them was changed before the migration was done, or there was none
 */
export async function rolledBehindMigration(api, namespace, work) {
  const stopping = new AbortController();
  const [deployments, jobs] = [
    `/apis/apps/v1/namespaces/${namespace}/deployments`,
    `/apis/batch/v1/namespaces/${namespace}/jobs`,
  ];
  const before = Object.fromEntries(
    (await api.get(deployments)).items.map(({ metadata }) => [metadata.name, metadata.generation]),
  );
  const changes = new Map();
  let migrated = Number.NaN;
  const watching = [
    api.watch(
      deployments,
      ({ object: { metadata } }) => {
        if (metadata.generation > (before[metadata.name] ?? 0) && !changes.has(metadata.name))
          changes.set(metadata.name, Number(metadata.resourceVersion));
      },
      stopping.signal,
    ),
    api.watch(
      jobs,
      ({ object: { metadata, status } }) => {
        if (isDone(status) && Number.isNaN(migrated)) migrated = Number(metadata.resourceVersion);
      },
      stopping.signal,
    ),
  ];
  try {
    await work();
  } finally {
    stopping.abort();
    await Promise.all(watching);
  }
  if (!(migrated < Math.min(...changes.values())))
    throw new Error('Pods were changed before the schema was there');
  return [...changes.keys()].sort((one, other) => one.localeCompare(other));
}

const isDone = ({ conditions }) =>
  conditions?.some(({ type, status }) => type === 'Complete' && status === 'True');
