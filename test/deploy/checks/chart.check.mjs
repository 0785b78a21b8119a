import { cpSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { chart, installs, render } from '../chart.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { helm } from '../tools.mjs';

export const name = 'the chart is linted, renders the same twice and packages the same twice';

export async function run({ environment, scratch, step }) {
  for (const install of installs) {
    await step(`helm lint --strict and template: ${install.release}`, async () => {
      await lint(install, environment);
      await mustRenderAlike(install, environment);
    });
  }
  await step('a cluster without network policies gets none', () => mustBeWithoutPolicies(environment));
  await step('the schema refuses what is misspelt or does not go together', () => refuseValues(environment));
  await step('helm package gives the same bytes twice', () => mustPackageAlike(scratch, environment));
}

async function lint({ values }, env) {
  await runCommand(await helm(), ['lint', '--strict', chart, '--values', values], { env });
}

/** No random value and no time, or every deployment would change something. */
async function mustRenderAlike(install, env) {
  const [first, second] = [await render(install, env), await render(install, env)];
  if (first !== second) throw new Error(`${install.release} renders differently the second time`);
}

async function mustBeWithoutPolicies(env) {
  for (const install of installs) {
    const manifests = await render(install, env, ['--set', 'networkPolicy.enabled=false']);
    if (manifests.includes('kind: NetworkPolicy')) throw new Error(`${install.release} has a NetworkPolicy`);
  }
}

const REFUSED = [
  ['a misspelt key', /'replcas' not allowed/, 'replcas=3'],
  ['a misspelt key further down', /'tagg' not allowed/, 'image.tagg=1'],
  [
    'a key that Kubernetes does not know',
    /'matchLabel' not allowed/,
    'networkPolicy.clients[0].podSelector.matchLabel.a=b',
  ],
  ['a value of another type', /replicas/, 'replicas=three'],
  ['an unknown component', /component/, 'component=admin'],
  ['an Ingress of a worker', /\/ingress\/enabled/, 'component=worker,ingress.enabled=true,hosts[0]=a.org'],
  ['KEDA for web', /\/keda\/enabled/, 'keda.enabled=true'],
  ['an Ingress without a host', /\/hosts/, 'ingress.enabled=true'],
  ['an HTTPRoute without a Gateway', /parentRefs/, 'httpRoute.enabled=true,hosts[0]=a.org'],
  [
    'a variable that the chart sets',
    /\/extraEnv\/0\/name/,
    'extraEnv[0].name=PGSSLMODE,extraEnv[0].value=disable',
  ],
  ['a kill before the end', /terminationGracePeriodSeconds must be more/, 'terminationGracePeriodSeconds=5'],
];

async function refuseValues(env) {
  for (const [what, because, set] of REFUSED) {
    await mustRefuse(what, because, async () =>
      runCommand(await helm(), ['template', 'refused', chart, '--set', set], { env }),
    );
  }
}

/** Also when the files are as old as a fresh clone makes them. */
async function mustPackageAlike(scratch, environment) {
  const PATH = [dirname(await helm()), environment.PATH].join(delimiter);
  const packages = [];
  for (const year of [2001, 2020]) {
    const copy = join(scratch, String(year));
    cpSync(join(root, 'k8s'), join(copy, 'k8s'), { recursive: true });
    utimesSync(join(copy, 'k8s/charts/garbanzo/Chart.yaml'), new Date(year, 1), new Date(year, 1));
    const args = [join(copy, 'k8s/charts/garbanzo'), '--destination', copy, '--version', '1.2.3'];
    await runCommand(join(copy, 'k8s/package-chart.sh'), args, { env: { ...environment, PATH } });
    packages.push(
      readFileSync(
        join(
          copy,
          readdirSync(copy).find((file) => file.endsWith('.tgz')),
        ),
      ),
    );
  }
  if (!packages[0].equals(packages[1]))
    throw new Error('k8s/package-chart.sh makes another archive each time');
}
