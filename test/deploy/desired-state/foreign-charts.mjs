import { createServer } from 'node:http';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { customResources } from '../tools.mjs';
import { CLUSTER_TEMPLATE, CLUSTER_VALUES } from './cluster-chart.mjs';

/** A chart that keeps all its values in a Secret, so that a change of any of them is a change of the release. */
const VALUES = `apiVersion: v1
kind: Secret
metadata:
  name: {{ .Release.Name }}-values
data:
  values: {{ toJson .Values | b64enc }}
`;

/**
 * Serves stand-ins for the charts of other people, which cannot be fetched here, under their names and versions, each
 * repository in a folder of its own. Answers with the address, and with what stops it.
 *
 * @param state the desired state that asks for them
 * @param random whether a chart has something in it that is another one each time, as charts should not
 */
export async function serveForeignCharts(state, folder, helm, { random = false } = {}) {
  const foreign = state.apps.filter(({ chart }) => !chart.startsWith('/'));
  for (const repository of Object.keys(state.helmRepos))
    mkdirSync(join(folder, repository), { recursive: true });
  for (const { chart, version } of foreign) await packageStandIn(chart, version, folder, helm, random);
  for (const repository of Object.keys(state.helmRepos))
    await helm(['repo', 'index', join(folder, repository)]);
  return serve(folder);
}

async function packageStandIn(chart, version, folder, helm, random) {
  const [repository, name] = chart.split('/');
  const source = writeStandIn(join(folder, 'sources', name), { name, version, random });
  // As the real ones do: before an operator is there, nobody knows its resources.
  for (const file of (await customResources())[name] ?? [])
    cpSync(file, join(source, 'crds', basename(file)));
  await helm(['package', source, '--destination', join(folder, repository)]);
}

/** The sources of a stand-in for somebody else's chart; answers with their folder. */
export function writeStandIn(folder, { name, version, random = false }) {
  mkdirSync(join(folder, 'templates'), { recursive: true });
  writeFileSync(join(folder, 'Chart.yaml'), JSON.stringify({ apiVersion: 'v2', name, version }));
  const all = VALUES + (random ? '  random: {{ randAlphaNum 8 | b64enc }}\n' : '');
  const isCluster = name === 'cluster';
  writeFileSync(join(folder, 'values.yaml'), JSON.stringify(isCluster ? CLUSTER_VALUES : {}));
  writeFileSync(join(folder, 'templates/all.yaml'), isCluster ? all + CLUSTER_TEMPLATE : all);
  return folder;
}

async function serve(folder) {
  const server = createServer((request, response) => {
    const [repository, file] = request.url.split('/').slice(1);
    response.end(readFileSync(join(folder, basename(repository), basename(file))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
