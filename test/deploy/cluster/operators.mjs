/** Where the custom resources are whose operators are not here, as is what they would have written by now. */
const PLAYED = {
  '/apis/postgresql.cnpg.io/v1/clusters': { conditions: [condition('Ready')] },
  '/apis/cert-manager.io/v1/certificates': { conditions: [condition('Ready')] },
  '/apis/cert-manager.io/v1/clusterissuers': { conditions: [condition('Ready')] },
};

function condition(type) {
  return { type, status: 'True', reason: 'Played', message: '', lastTransitionTime: '2026-01-01T00:00:00Z' };
}

/** Plays operators: what they are asked for is ready at once. Their definitions may come later. */
export function playOperators(api) {
  const stopping = new AbortController();
  const watching = Object.entries(PLAYED).map(([path, status]) =>
    api.watch(path, (event) => void play(api, event, status).catch(ignoreGone), stopping.signal),
  );
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(watching);
    },
  };
}

async function play(api, { type, object }, status) {
  if (type === 'DELETED' || object.status?.conditions?.some((one) => one.reason === 'Played')) return;
  await api.merge(`${pathOf(object)}/status`, { status });
}

function pathOf({ apiVersion, kind, metadata: { name, namespace } }) {
  const within = namespace === undefined ? '' : `/namespaces/${namespace}`;
  return `/apis/${apiVersion}${within}/${kind.toLowerCase()}s/${name}`;
}

function ignoreGone(error) {
  if (![404, 409, 'ECONNRESET', 'ECONNREFUSED'].includes(error.code)) throw error;
}
