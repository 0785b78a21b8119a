import { parseAllDocuments } from 'yaml';
import { render } from '../chart.mjs';

/**
 * A release as the chart renders it: `find(kind)` answers with the first manifest of a kind, `manifests` are all of them,
 * and `configMaps` has the data of each.
 */
export async function readRelease(install, environment, more) {
  const manifests = parseAllDocuments(await render(install, environment, more))
    .map((document) => document.toJS())
    .filter((manifest) => manifest !== null);
  const find = (kind) => {
    const manifest = manifests.find((each) => each.kind === kind);
    if (manifest === undefined) throw new Error(`${install.release} has no ${kind}`);
    return manifest;
  };
  const configMaps = manifests.filter(({ kind }) => kind === 'ConfigMap');
  return {
    find,
    manifests,
    configMaps: Object.fromEntries(configMaps.map(({ metadata, data }) => [metadata.name, data])),
  };
}
