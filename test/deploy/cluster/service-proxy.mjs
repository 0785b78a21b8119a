import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { onLoopback } from './addresses.mjs';
import { Endpoints } from './endpoints.mjs';

/**
 * Does what kube-proxy does for a Service: each new connection to its address goes to one of its endpoints, and stays
 * there. Where a process is behind each pod.
 *
 * @returns what ends it
 */
export async function proxyService(api, { metadata: { name, namespace }, spec }) {
  const endpoints = new Endpoints();
  const stopping = new AbortController();
  const path = `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`;
  const watching = api.watch(
    `${path}?labelSelector=kubernetes.io%2Fservice-name%3D${name}`,
    (event) => endpoints.change(event),
    stopping.signal,
  );
  const server = createServer({ allowHalfOpen: true }, (client) => forward(client, endpoints.reachable()));
  const [{ port }] = spec.ports;
  server.listen(port, onLoopback(spec.clusterIP));
  await once(server, 'listening');
  const open = new Set();
  server.on('connection', (socket) => open.add(socket.on('close', () => open.delete(socket))));
  return {
    stop: async () => {
      stopping.abort();
      await watching;
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

let next = 0;

function forward(client, endpoints) {
  client.on('error', () => client.destroy());
  if (endpoints.length === 0) return client.destroy();
  next += 1;
  const { host, port } = endpoints[next % endpoints.length];
  const pod = connect({ host, port });
  pod.on('error', () => client.destroy());
  client.on('close', () => pod.destroy());
  client.pipe(pod).pipe(client);
}
