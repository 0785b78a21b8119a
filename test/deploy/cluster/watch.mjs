import { matchesAnyNamespace } from './store.mjs';

/** Sends what is there, says that this was all, and then sends each change as it comes. */
export function watch({ store, response, url, key, selector, resource, groupVersion }) {
  response.writeHead(200, { 'content-type': 'application/json' });
  const send = (type, object) => response.write(`${JSON.stringify({ type, object })}\n`);
  if (url.searchParams.get('sendInitialEvents') === 'true') {
    for (const object of store.list(key, selector)) send('ADDED', object);
    send('BOOKMARK', bookmark(store, resource, groupVersion));
  }
  const onChange = ({ key: changed, type, object }) => {
    if (changed.startsWith(`${key}/`) || matchesAnyNamespace(changed, key)) send(type, object);
  };
  store.on('change', onChange);
  response.on('close', () => store.off('change', onChange));
}

const bookmark = (store, resource, groupVersion) => ({
  kind: resource.kind,
  apiVersion: groupVersion,
  metadata: { resourceVersion: store.version, annotations: { 'k8s.io/initial-events-end': 'true' } },
});
