import { onLoopback } from './addresses.mjs';

/** As long as the kube-proxy of another node, and what stands in front of a cluster, may take to hear that a pod ends. */
const LATE_MS = 2_000;

/** Where the connections to a Service may go: to pods that are ready, and for a moment still to those that are told to end. */
export class Endpoints {
  #slices = new Map();
  /** When each that ends is forgotten, by its host. */
  #ending = new Map();

  change({ type, object }) {
    const before = this.#ready();
    if (type === 'DELETED') this.#slices.delete(object.metadata.name);
    else this.#slices.set(object.metadata.name, object);
    const terminating = new Set(this.#all().flatMap(({ host, isEnding }) => (isEnding ? [host] : [])));
    for (const endpoint of before) {
      if (terminating.has(endpoint.host))
        this.#ending.set(endpoint.host, { ...endpoint, until: Date.now() + LATE_MS });
    }
  }

  reachable() {
    const late = [...this.#ending.values()].filter(({ until }) => until > Date.now());
    return [...this.#ready(), ...late];
  }

  #ready() {
    return this.#all().filter(({ isReady }) => isReady);
  }

  #all() {
    return [...this.#slices.values()].flatMap(({ endpoints, ports }) =>
      (endpoints ?? []).map(({ addresses, conditions }) => ({
        host: onLoopback(addresses[0]),
        port: ports[0].port,
        isReady: conditions.ready,
        isEnding: conditions.terminating,
      })),
    );
  }
}
