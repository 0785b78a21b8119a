import { EventEmitter } from 'node:events';
import { atWork } from './at-work.mjs';

/** The objects of the stand-in for a cluster, and who watches them. */
export class Store extends EventEmitter {
  #objects = new Map();
  #version = 1;

  get version() {
    return String(this.#version);
  }

  get(key) {
    return this.#objects.get(key);
  }

  /** The objects of a collection that have all the labels that `selector` asks for, as `a=b,c=d`. */
  list(collection, selector = '') {
    const labels = selector
      .split(',')
      .filter(Boolean)
      .map((pair) => pair.split(/==?/));
    return [...this.#objects]
      .filter(([key]) => key.startsWith(`${collection}/`) || matchesAnyNamespace(key, collection))
      .map(([, object]) => object)
      .filter(({ metadata }) => labels.every(([name, value]) => metadata.labels?.[name] === value));
  }

  put(key, object) {
    const before = this.#objects.get(key);
    this.#version += 1;
    const metadata = {
      uid: `00000000-0000-4000-8000-${String(this.#version).padStart(12, '0')}`,
      creationTimestamp: new Date().toISOString().replace(/\.\d+/, ''),
      generation: (before?.metadata.generation ?? 0) + 1,
      ...pick(before?.metadata, ['uid', 'creationTimestamp']),
      resourceVersion: this.version,
    };
    const stored = atWork({ ...object, metadata: { ...object.metadata, ...metadata } });
    this.#objects.set(key, stored);
    this.emit('change', { key, type: before ? 'MODIFIED' : 'ADDED', object: stored });
    return stored;
  }

  delete(key) {
    const object = this.#objects.get(key);
    this.#objects.delete(key);
    this.emit('change', { key, type: 'DELETED', object });
    return object;
  }
}

/** A collection without a namespace has the objects of all of them. */
export function matchesAnyNamespace(key, collection) {
  const cut = collection.lastIndexOf('/');
  const pattern = `${collection.slice(0, cut)}/namespaces/[^/]+/${collection.slice(cut + 1)}/[^/]+`;
  return new RegExp(`^${pattern.replaceAll('.', '\\.')}$`).test(key);
}

const pick = (from = {}, names) =>
  Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
