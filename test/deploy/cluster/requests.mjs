import { buffer } from 'node:stream/consumers';
import { parse } from 'yaml';
import { resourcesOf } from './kinds.mjs';
import { merge } from './patch.mjs';
import { readSecret } from './protobuf.mjs';
import { send } from './send.mjs';
import { watch } from './watch.mjs';

/** Below the group and version: perhaps a namespace, a resource, perhaps a name. */
const PATH =
  /^\/(?:api|apis)\/((?:[^/]+\/)?v[^/]+?)\/(?:namespaces\/([^/]+)\/)?([^/]+)(?:\/([^/]+))?(?:\/status)?$/;

/** Answers a request for objects. */
export async function answer(store, request, response, url) {
  const [, groupVersion, , plural, name] = PATH.exec(url.pathname) ?? [];
  const resource = groupVersion && resourcesOf(groupVersion).find((one) => one.name === plural);
  if (!resource) return refuse(response, 404, 'NotFound', `${url.pathname} is not known here`);
  const body = await bodyOf(request);
  const context = { store, response, url, key: url.pathname, body, groupVersion, resource, name };
  const handle = (name === undefined ? COLLECTION : OBJECT)[request.method];
  if (handle === undefined) refuse(response, 405, 'MethodNotAllowed', request.method);
  else handle({ ...context, type: request.headers['content-type'] });
}

const COLLECTION = {
  GET: ({ store, response, url, key, groupVersion, resource }) => {
    const selector = url.searchParams.get('labelSelector') ?? '';
    if (url.searchParams.get('watch') !== null)
      return watch({ store, response, url, key, selector, resource, groupVersion });
    const items = store.list(key, selector).filter(byField(url.searchParams.get('fieldSelector')));
    const kind = `${resource.kind}List`;
    send(response, 200, {
      kind,
      apiVersion: groupVersion,
      metadata: { resourceVersion: store.version },
      items,
    });
  },
  POST: ({ store, response, url, key, body }) => {
    const object = `${key}/${body.metadata.name}`;
    if (store.get(object)) refuse(response, 409, 'AlreadyExists', `${object} is there already`);
    else if (isDry(url)) send(response, 201, body);
    else send(response, 201, store.put(object, body));
  },
};

const OBJECT = {
  GET: ({ store, response, key }) => {
    const object = store.get(key);
    if (object) send(response, 200, object);
    else refuse(response, 404, 'NotFound', `${key} is not there`);
  },
  PUT: ({ store, response, key, body }) => send(response, 200, store.put(key, body)),
  PATCH: ({ store, response, url, key, body, type }) => {
    const before = store.get(key);
    const isApply = type.startsWith('application/apply-patch');
    if (!before && !isApply) return refuse(response, 404, 'NotFound', `${key} is not there`);
    const after = merge(before, body);
    send(response, before ? 200 : 201, isDry(url) ? after : store.put(key, after));
  },
  DELETE: ({ store, response, key }) => {
    if (store.get(key)) send(response, 200, store.delete(key));
    else refuse(response, 404, 'NotFound', `${key} is not there`);
  },
};

const isDry = (url) => url.searchParams.get('dryRun') !== null;

/** Only by name: nothing else is asked for. */
function byField(selector) {
  const name = /^metadata\.name=(.+)$/.exec(selector ?? '')?.[1];
  return ({ metadata }) => name === undefined || metadata.name === name;
}

async function bodyOf(request) {
  const body = await buffer(request);
  if (request.headers['content-type'] === 'application/vnd.kubernetes.protobuf') return readSecret(body);
  // JSON is YAML, too.
  return body.length === 0 ? undefined : parse(body.toString());
}

function refuse(response, code, reason, message) {
  send(response, code, { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, message, code });
}
