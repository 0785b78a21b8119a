/**
 * Notes, in the order of the API server, when the migration was done and which Deployments were changed: versions of objects are
 * those of one log. @returns `end()`, which answers with both
 */
export async function rollouts(api, namespace) {
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
        const isDone = status.conditions?.some(
          ({ type, status: is }) => type === 'Complete' && is === 'True',
        );
        if (isDone && Number.isNaN(migrated)) migrated = Number(metadata.resourceVersion);
      },
      stopping.signal,
    ),
  ];
  return {
    firstChange: () => Math.min(...changes.values()),
    end: async () => {
      stopping.abort();
      await Promise.all(watching);
      return { migrated, rolled: [...changes.keys()].sort((one, other) => one.localeCompare(other)) };
    },
  };
}
