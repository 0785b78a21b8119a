import { groupVersions, resourcesOf } from './kinds.mjs';

/**
 * No types: only that a server checks the fields of what it is sent, so that helm and kubectl do not try to. This one does
 * not, either; the check of the manifests does.
 */
export function openApi(path) {
  if (path === '/openapi/v3') return { paths: Object.fromEntries(groupVersions.map(indexEntry)) };
  const [, folder] = /^\/openapi\/v3\/(.+)$/.exec(path) ?? [];
  const groupVersion = groupVersions.find((one) => folderOf(one) === folder);
  return groupVersion && { openapi: '3.0.0', info: {}, paths: Object.fromEntries(operations(groupVersion)) };
}

const folderOf = (groupVersion) =>
  groupVersion.includes('/') ? `apis/${groupVersion}` : `api/${groupVersion}`;

const indexEntry = (groupVersion) => [
  folderOf(groupVersion),
  { serverRelativeURL: `/openapi/v3/${folderOf(groupVersion)}` },
];

function operations(groupVersion) {
  const [version, group = ''] = groupVersion.split('/').toReversed();
  return resourcesOf(groupVersion).map(({ name, kind }) => [
    `/${folderOf(groupVersion)}/${name}/{name}`,
    {
      patch: {
        parameters: [{ name: 'fieldValidation', in: 'query' }],
        'x-kubernetes-group-version-kind': { group, version, kind },
      },
    },
  ]);
}
