import { chart, installs, render } from '../chart.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { readRelease } from '../pods/release.mjs';
import { runCommand } from '../run-command.mjs';
import { helm } from '../tools.mjs';

export const name = 'the values of the chart do what they say, and nothing else is taken';

export async function run({ environment, step }) {
  await step('a cluster without network policies gets none', () => mustBeWithoutPolicies(environment));
  await step('pods are new when their configuration is, and only then', () => mustRollOut(environment));
  await step('what is autoscaled has no replicas', () => mustLeaveReplicas(environment));
  await step('what is misspelt or does not go together is refused', () => refuseValues(environment));
}

async function mustBeWithoutPolicies(env) {
  for (const install of installs) {
    const manifests = await render(install, env, ['--set', 'networkPolicy.enabled=false']);
    if (manifests.includes('kind: NetworkPolicy')) throw new Error(`${install.release} has a NetworkPolicy`);
  }
}

async function mustRollOut(env) {
  const podsWith = async (set) => {
    const { find } = await readRelease(installs[0], env, ['--set', set]);
    return JSON.stringify(find('Deployment').spec.template);
  };
  const usual = await podsWith('config.logLevel=info');
  if (usual === (await podsWith('config.logLevel=debug')))
    throw new Error('Pods would not see what is configured');
  if (usual !== (await podsWith('podDisruptionBudget.maxUnavailable=2')))
    throw new Error('Pods are new for nothing');
}

async function mustLeaveReplicas(env) {
  for (const [index, scaler] of ['autoscaling', 'keda'].entries()) {
    const install = installs[index];
    const replicas = async (enabled) => {
      const { find } = await readRelease(install, env, ['--set', `${scaler}.enabled=${enabled}`]);
      return find('Deployment').spec.replicas;
    };
    if ((await replicas(false)) === undefined) throw new Error(`${install.release} has no number of pods`);
    if ((await replicas(true)) !== undefined)
      throw new Error(`${install.release} undoes what ${scaler} does`);
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
