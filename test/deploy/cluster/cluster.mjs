import { createServer } from 'node:http';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { discovery } from './discovery.mjs';
import { answer } from './requests.mjs';
import { send } from './send.mjs';
import { Store } from './store.mjs';

/**
 * A stand-in for a cluster, on a port of this machine: it keeps what helm and kubectl write, shows it, lets it be watched,
 * and pretends that every controller has done its work. It validates nothing; the check of the manifests does.
 *
 * @param kubeconfig the file that is to lead to it
 */
export async function startCluster(kubeconfig) {
  const store = new Store().setMaxListeners(0);
  const server = createServer((request, response) => void respond(store, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  writeFileSync(kubeconfig, configuration(`http://127.0.0.1:${server.address().port}`));
  return {
    store,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function respond(store, request, response) {
  const url = new URL(request.url, 'http://cluster');
  const known = discovery(url.pathname);
  if (known === undefined) await answer(store, request, response, url);
  else send(response, 200, known);
}

const configuration = (server) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'stand-in',
    clusters: [{ name: 'stand-in', cluster: { server } }],
    users: [{ name: 'stand-in', user: {} }],
    contexts: [{ name: 'stand-in', context: { cluster: 'stand-in', user: 'stand-in' } }],
  });
