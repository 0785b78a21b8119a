import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { writeStandIn } from '../desired-state/foreign-charts.mjs';
import { readState } from '../desired-state/read-state.mjs';
import { mustBeValid } from '../manifests.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';
import { helm } from '../tools.mjs';

export const name = 'PostgreSQL has one image, can be put back to a moment, and raises no alert for ever';

const RELEASE = 'k8s/releases/postgresql';

export async function run(context) {
  const { step, root } = context;
  const values = (file) => parse(readFileSync(join(root, RELEASE, file), 'utf8'));
  await step('every node runs the same build of it', () => checkImage(values('values.yaml')));
  await step('a recovery reads the bucket by the plug-in, and writes elsewhere', () =>
    checkRecovery(context, values),
  );
  await step('the state takes the recovery as the handbook says', () => checkHandbook(context));
  await step('no alert fires while all is as it was asked for', () => checkAlerts(values('values.yaml')));
}

const PINNED = /^ghcr\.io\/cloudnative-pg\/postgresql:(\d+)\.\d+-\d{12}-\w+-\w+@sha256:[0-9a-f]{64}$/;

async function checkImage({ cluster, version }) {
  mustBePinned(cluster.imageName, version);
  await mustRefuse('a tag that moves', /moves/, async () =>
    mustBePinned('ghcr.io/cloudnative-pg/postgresql:18', version),
  );
  await mustRefuse('another major version', /17/, async () =>
    mustBePinned(cluster.imageName, { postgresql: '17' }),
  );
}

function mustBePinned(image, { postgresql }) {
  const [, major] = PINNED.exec(image) ?? [];
  if (major === undefined) throw new Error(`${image} moves: it is not the same on every node`);
  if (major !== postgresql) throw new Error(`${image} is not of the version ${postgresql}`);
}

async function checkRecovery(context, values) {
  const recovered = await clusterWith(context, values('recovery.yaml'));
  mustReadByPlugin(recovered.cluster);
  await mustBeValid(recovered.text);
  mustBeEmptyPlace(values('values.yaml'), values('recovery.yaml'));

  const { recovery, ...rest } = values('recovery.yaml');
  const inTree = await clusterWith(context, { ...rest, recovery: { ...recovery, method: 'object_store' } });
  await mustRefuse('what the operator reads by itself', /barmanObjectStore/, async () =>
    mustReadByPlugin(inTree.cluster),
  );
  await mustRefuse('the place that is recovered from', /is not empty/, async () =>
    mustBeEmptyPlace(values('values.yaml'), {
      ...values('recovery.yaml'),
      backups: { google: recovery.google },
    }),
  );
}

/** What helm makes of our values and these, with a stand-in for the chart. */
async function clusterWith({ root, scratch, environment }, more) {
  const chart = writeStandIn(join(scratch, 'cluster'), { name: 'cluster', version: '0.8.1' });
  const file = join(scratch, 'more.json');
  writeFileSync(file, JSON.stringify(more));
  const files = [join(root, RELEASE, 'values.yaml'), file].flatMap((path) => ['--values', path]);
  const args = ['template', 'postgresql', chart, '--namespace', 'garbanzo', ...files];
  const { stdout: text } = await runCommand(await helm(), args, { env: environment });
  const manifests = parseAllDocuments(text).map((document) => document.toJS());
  return { text, cluster: manifests.find(({ kind }) => kind === 'Cluster') };
}

/** CloudNativePG 1.31 knows no `barmanObjectStore` any more. */
function mustReadByPlugin({ metadata, spec }) {
  const [source] = spec.externalClusters;
  if (source.plugin === undefined) throw new Error(`It reads by ${Object.keys(source).join(' and ')}`);
  const { name: plugin, parameters } = source.plugin;
  if (plugin !== 'barman-cloud.cloudnative-pg.io') throw new Error(`${plugin} is another plug-in`);
  if (parameters.serverName !== metadata.name) throw new Error(`It recovers ${parameters.serverName}`);
}

/** The plug-in writes only where nothing is, and it reads what values.yaml has written. */
function mustBeEmptyPlace({ backups }, { recovery, backups: next }) {
  for (const key of ['bucket', 'path']) {
    if (recovery.google[key] !== backups.google[key]) throw new Error(`It reads another ${key}`);
  }
  if (next.google.path === recovery.google.path) throw new Error(`${next.google.path} is not empty`);
}

/** Runs the command that docs/day-two.md gives. */
async function checkHandbook({ root, scratch }) {
  const tree = join(scratch, 'tree');
  for (const part of ['k8s', 'helmsman_dsf.yml'])
    cpSync(join(root, part), join(tree, part), { recursive: true });
  const state = readFileSync(join(root, 'helmsman_dsf.yml'), 'utf8');
  // They only have to be there: `make secrets` makes them.
  for (const [, file] of state.matchAll(/secretsFile: (\S+)/g)) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), '');
  }
  const command = /^ {4}(sed .*recovery\.yaml.*)$/m.exec(readFileSync(join(root, 'docs/day-two.md'), 'utf8'));
  await runCommand('sh', ['-c', command[1]], { cwd: tree });
  const { apps } = readState(join(tree, 'helmsman_dsf.yml'), { GARBANZO_TAG: 'any' });
  const { files } = apps.find(({ name: app }) => app === 'postgresql');
  const names = files.map((file) => file.slice(tree.length + 1));
  if (names.join() !== `${RELEASE}/values.yaml,${RELEASE}/recovery.yaml`) throw new Error(names.join());
}

/** The chart has alerts for clusters of three instances in three zones. */
async function checkAlerts({ cluster }) {
  mustBeQuiet(cluster);
  const loud = { ...cluster, monitoring: { enabled: true } };
  await mustRefuse('every alert of the chart', /HAWarning/, async () => mustBeQuiet(loud));
}

function mustBeQuiet({ instances, affinity, monitoring }) {
  const excluded = monitoring.prometheusRule?.excludeRules ?? [];
  const forEver = [
    ...(instances < 3 ? ['CNPGClusterHAWarning'] : []),
    ...(affinity.topologyKey === 'topology.kubernetes.io/zone' ? [] : ['CNPGClusterZoneSpreadWarning']),
  ];
  const loud = forEver.filter((alert) => !excluded.includes(alert));
  if (loud.length > 0) throw new Error(`${loud.join(', ')} would fire for ever`);
  const deaf = excluded.filter((alert) => !forEver.includes(alert));
  if (deaf.length > 0) throw new Error(`${deaf.join(', ')} is excluded for nothing`);
}
