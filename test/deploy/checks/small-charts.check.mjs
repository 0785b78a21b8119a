import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustBeValid } from '../manifests.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';
import { updateDuckDns } from '../tls/duck-dns.mjs';
import { helm } from '../tools.mjs';

export const name = 'the charts beside Garbanzo’s are right';

const GATEWAY = { name: 'garbanzo-web', kind: 'Gateway' };

/** A chart, the release of ours whose values it gets, and others besides. */
const INSTALLS = [
  { chart: 'tls', release: 'tls' },
  {
    chart: 'tls',
    release: 'tls',
    values: { duckDns: { addressOf: { kind: 'service', name: 'garbanzo-web' } } },
  },
  { chart: 'tls', release: 'tls', values: { duckDns: { names: [] } } },
  {
    chart: 'tls',
    release: 'tls',
    values: {
      issuer: { solver: { gatewayHTTPRoute: { parentRefs: [GATEWAY] } } },
      duckDns: { addressOf: { kind: 'gateway', name: 'garbanzo-web' } },
    },
  },
  { chart: 'deployer' },
  { chart: 'deployer', values: { namespaces: ['garbanzo'] } },
  { chart: 'credentials', release: 'concourse-credentials' },
  {
    chart: 'credentials',
    values: { secrets: { registry: { '.dockerconfigjson': '{}' }, duckdns: { token: 'x' } } },
  },
];

const MISSPELT = [
  { chart: 'tls', release: 'tls', values: { duckDNS: {} } },
  { chart: 'tls', release: 'tls', values: { issuer: { mail: 'a@b' } } },
  { chart: 'credentials', values: { secret: {} } },
  { chart: 'deployer', values: { role: 'view' } },
];

export async function run(context) {
  const { step } = context;
  await step('helm lint --strict, and every manifest against its types', async () => {
    for (const install of INSTALLS) await mustBeRight(install, context);
  });
  await step('misspelt values are refused', async () => {
    for (const install of MISSPELT) {
      const what = JSON.stringify(install);
      await mustRefuse(what, /[Aa]dditional propert/, () => render(install, context));
    }
  });
  await step('Duck DNS is told the address, and nothing else', () => updateDuckDns(context));
}

async function mustBeRight(install, context) {
  await helmWith('lint', install, context, ['--strict']);
  await mustBeValid(await render(install, context));
}

const render = (install, context) => helmWith('template', install, context, ['--namespace', 'garbanzo']);

async function helmWith(command, { chart, release, values = {} }, { root, scratch, environment }, more) {
  const file = join(scratch, 'values.json');
  writeFileSync(file, JSON.stringify(values));
  const own = release ? ['--values', join(root, 'k8s/releases', release, 'values.yaml')] : [];
  const name = command === 'template' ? ['any'] : [];
  const args = [command, ...name, join(root, 'k8s/charts', chart), ...own, '--values', file, ...more];
  return (await runCommand(await helm(), args, { env: environment })).stdout;
}
