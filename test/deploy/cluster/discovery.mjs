import { groupVersions, resourcesOf } from './kinds.mjs';
import { openApi } from './open-api.mjs';

/** The answers that say what a cluster is: its version, and the kinds that it has. */
export function discovery(path) {
  if (path === '/version') return { major: '1', minor: '36', gitVersion: 'v1.36.3' };
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups() };
  if (path.startsWith('/openapi/')) return openApi(path);
  const groupVersion = /^\/(?:api|apis)\/((?:[^/]+\/)?v[^/]+)$/.exec(path)?.[1];
  if (!groupVersions.includes(groupVersion)) return undefined;
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources: resourcesOf(groupVersion) };
}

function groups() {
  return groupVersions
    .filter((groupVersion) => groupVersion.includes('/'))
    .map((groupVersion) => {
      const [name, version] = groupVersion.split('/');
      const only = { groupVersion, version };
      return { name, versions: [only], preferredVersion: only };
    });
}
