import { isDeepStrictEqual } from 'node:util';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chart, installs } from '../chart.mjs';
import { EXTENSIONS } from '../chart-values/extensions.mjs';
import { podTemplates } from '../chart-values/pods.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { readRelease } from '../pods/release.mjs';
import { runCommand } from '../run-command.mjs';
import { helm } from '../tools.mjs';

export const name = 'what a cluster asks for beyond our values is taken by the chart';

export async function run(context) {
  const { step } = context;
  const releases = releasesIn(context);
  for (const [what, extension] of Object.entries(EXTENSIONS)) {
    await step(what, () => mustBeSeen(releases, what, extension));
  }
  await step('labels of everything, and the names of everything', () => mustBeEverywhere(releases));
  await step("OpenShift's users are taken", () => mustTakeAnyUser(context, releases));
  await step('what is misspelt, or would be there twice, is refused', () => refuseMistakes(context));
  await step('the chart says where it is from', () => mustBeDescribed(context));
}

/** Web and worker, with these values as well. */
function releasesIn({ scratch, environment }) {
  return (values) => {
    const file = join(scratch, 'values.json');
    writeFileSync(file, JSON.stringify(values));
    return Promise.all(
      installs.slice(0, 2).map((install) => readRelease(install, environment, ['--values', file])),
    );
  };
}

async function mustBeSeen(releases, what, { values, seen, expected }) {
  const [extended, usual] = [await releases(values), await releases({})];
  for (const [index, release] of extended.entries()) {
    const wanted = typeof expected === 'function' ? expected(release) : expected;
    const actual = seen(release);
    if (!isDeepStrictEqual(actual, wanted)) throw new Error(`${what} comes to be ${JSON.stringify(actual)}`);
    if (isDeepStrictEqual(seen(usual[index]), wanted)) throw new Error(`${what} is so in any case`);
  }
}

async function mustBeEverywhere(releases) {
  const values = { fullnameOverride: 'todo', commonLabels: { team: 'household' } };
  for (const { manifests, ...release } of await releases(values)) {
    const labelled = [...manifests, ...podTemplates({ manifests })];
    const plain = labelled.find(({ metadata }) => metadata.labels.team !== 'household');
    if (plain) throw new Error(`${plain.kind} ${plain.metadata.name} has no label`);
    const other = manifests.find(({ metadata }) => !/^todo(-|$)/.test(metadata.name));
    if (other) throw new Error(`${other.kind} ${other.metadata.name} has another name`);
    const { selector } = release.find('Deployment').spec;
    if (selector.matchLabels.team) throw new Error('A label is in the selector, which can never change');
  }
  for (const { find } of await releases({ nameOverride: 'todo' })) {
    const { matchLabels } = find('Deployment').spec.selector;
    if (matchLabels['app.kubernetes.io/name'] !== 'todo') throw new Error('It is still called garbanzo');
    if (!isDeepStrictEqual(find('Service').spec.selector, matchLabels))
      throw new Error('A Service finds no pod');
  }
}

async function mustTakeAnyUser({ environment }, releases) {
  const install = installs.find(({ release }) => release === 'web-openshift');
  refuseUsers(await readRelease(install, environment));
  const [usual] = await releases({});
  await mustRefuse('a user of our own', /runAsUser/, async () => refuseUsers(usual));
}

/** Also of the groups: OpenShift gives the pod that of its namespace, by which it reads its secrets. */
function refuseUsers(release) {
  for (const { metadata, spec } of podTemplates(release)) {
    const asked = [spec, ...spec.containers].flatMap(({ securityContext }) => Object.keys(securityContext));
    const own = asked.filter((key) => ['runAsUser', 'runAsGroup', 'fsGroup'].includes(key));
    if (own.length > 0) throw new Error(`${metadata.name ?? 'A pod'} asks for ${own.join(', ')}`);
    if (!spec.securityContext.runAsNonRoot) throw new Error('A pod may be root');
  }
}

const REFUSED = [
  ['a misspelt volume', /emptyDirr/, { extraVolumes: [{ name: 'more', emptyDirr: {} }] }],
  ['a volume of ours', /\/extraVolumes\/0\/name/, { extraVolumes: [{ name: 'tmp', emptyDir: {} }] }],
  ['a mount over ours', /mountPath/, { extraVolumeMounts: [{ name: 'more', mountPath: '/tmp' }] }],
  ['a container of ours', /\/extraContainers\/0\/name/, { extraContainers: [{ name: 'web', image: 'a' }] }],
  ['a misspelt container', /'imag'/, { initContainers: [{ name: 'more', image: 'a', imag: 'b' }] }],
  ['an object without a kind', /kind/, { extraObjects: [{ apiVersion: 'v1', metadata: {} }] }],
  ['a misspelt affinity', /podAfinity/, { affinity: { podAfinity: {} } }],
  ['a misspelt probe', /failureTreshold/, { livenessProbe: { failureTreshold: 1 } }],
  ['a misspelt strategy', /\/strategy\/type/, { strategy: { type: 'Rolling' } }],
  ['a misspelt user', /runAsUsr/, { podSecurityContext: { runAsUsr: 1 } }],
  [
    'a label that selects',
    /app\.kubernetes\.io\/name/,
    { commonLabels: { 'app.kubernetes.io/name': 'other' } },
  ],
  ['a name that Kubernetes refuses', /fullnameOverride/, { fullnameOverride: 'To Do' }],
  ['a misspelt spread', /topologyKy/, { topologySpreadConstraints: [{ topologyKy: 'a' }] }],
];

async function refuseMistakes({ scratch, environment }) {
  const file = join(scratch, 'refused.json');
  for (const [what, because, values] of REFUSED) {
    writeFileSync(file, JSON.stringify(values));
    await mustRefuse(what, because, async () =>
      runCommand(await helm(), ['template', 'refused', chart, '--values', file], { env: environment }),
    );
  }
}

async function mustBeDescribed({ environment }) {
  const { stdout } = await runCommand(await helm(), ['show', 'chart', chart], { env: environment });
  const missing = ['home', 'icon', 'sources', 'maintainers', 'keywords'].filter(
    (key) => !new RegExp(`^${key}:`, 'm').test(stdout),
  );
  if (missing.length > 0) throw new Error(`The chart does not say its ${missing.join(', ')}`);
}
