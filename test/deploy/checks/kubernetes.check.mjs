import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { chart, installs } from '../chart.mjs';
import { createNamespace } from '../cluster/namespace.mjs';
import { startCluster } from '../cluster/cluster.mjs';
import { installDeployer } from '../cluster/deployer.mjs';
import { mustListenOnLoopback } from '../cluster/listening.mjs';
import { mustBeNarrow } from '../cluster/narrow.mjs';
import { clusterTools } from '../cluster/tools.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { KUBERNETES_VERSION } from '../tools.mjs';
import { comeAndGo } from '../cluster/come-and-go.mjs';

export const name = 'a real API server admits what the chart makes, and refuses what is wrong';
export const needs = ['kubernetes'];

const NAMESPACE = 'garbanzo';
const OPERATORS = ['cert-manager', 'cloudnative-pg', 'gateway-api', 'keda', 'kube-prometheus-stack'];

export async function run(context) {
  const { scratch, environment, step } = context;
  const kubeconfig = join(scratch, 'kubeconfig');
  const cluster = await startCluster(kubeconfig, { definitions: OPERATORS });
  try {
    const as = await clusterTools(scratch, environment);
    const world = { cluster, kubeconfig, as, admin: as(kubeconfig), scratch };
    await step(`it is Kubernetes ${KUBERNETES_VERSION}, on the loopback interface alone`, () => look(world));
    await prepare(world);
    await step('a misspelt key, a pod as root, what an operator does not know are refused', () =>
      refuseMistakes(world),
    );
    const deployer = as(await installDeployer({ ...world, helm: world.admin.helm, namespaces: [NAMESPACE] }));
    for (const install of installs) {
      await step(`${install.release} comes, changes and goes, by the deployer`, () =>
        comeAndGo(install, { ...world, deployer }),
      );
    }
    await step('the handbook makes a Job for the administrator', () => makeJob(context, world));
    await step('the deployer may do what that took, and nothing else', () => mustBeNarrow(world, deployer));
  } finally {
    const pids = cluster.pids();
    await cluster.stop();
    await step('nothing of it is left', async () => mustBeGone(pids));
  }
}

function mustBeGone(pids) {
  const left = pids.filter((pid) => existsSync(`/proc/${pid}`));
  if (pids.length === 0 || left.length > 0) throw new Error(`Processes ${left.join(', ')} run on`);
}

async function look({ cluster, admin }) {
  const { serverVersion } = JSON.parse(await admin.kubectl(['version', '--output', 'json']));
  if (serverVersion.gitVersion !== `v${KUBERNETES_VERSION}`)
    throw new Error(`It is ${serverVersion.gitVersion}`);
  mustListenOnLoopback(cluster.pids());
}

/** What the examples of the chart take for granted. */
async function prepare({ cluster: { api } }) {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  await createNamespace(api, NAMESPACE, labels);
  await api.create('/apis/scheduling.k8s.io/v1/priorityclasses', {
    metadata: { name: 'important' },
    value: 1000,
  });
}

const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'seeded', namespace: NAMESPACE },
  spec: {
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'seeded',
        image: 'garbanzo:1',
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ],
  },
};

async function refuseMistakes({ admin }) {
  const create = (object) =>
    admin.kubectl(['create', '--dry-run=server', '--filename', '-'], JSON.stringify(object));
  await create(POD);
  const asRoot = { ...POD.spec, securityContext: { ...POD.spec.securityContext, runAsNonRoot: false } };
  await mustRefuse('a pod as root', /violates PodSecurity "restricted/, () =>
    create({ ...POD, spec: asRoot }),
  );
  const probe = { httpGet: { path: '/', port: 80 }, failureTreshold: 1 };
  const [container] = POD.spec.containers;
  const misspelt = { ...POD.spec, containers: [{ ...container, livenessProbe: probe }] };
  await mustRefuse('a misspelt key', /unknown field .*failureTreshold/, () =>
    create({ ...POD, spec: misspelt }),
  );
  const certificate = {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'seeded', namespace: NAMESPACE },
    spec: { secretName: 'a', issuerRef: { name: 'a' }, dnsNames: ['a.example.org'] },
  };
  await create(certificate);
  const { dnsNames, ...spec } = certificate.spec;
  await mustRefuse('a misspelt key of an operator', /unknown field .*dnsNmes/, () =>
    create({ ...certificate, spec: { ...spec, dnsNmes: dnsNames } }),
  );
  await mustRefuse('a value that an operator has not', /Unsupported value/, () =>
    create({ ...certificate, spec: { ...certificate.spec, privateKey: { algorithm: 'Caesar' } } }),
  );
}

/** Runs what docs/day-two.md says. */
async function makeJob({ root }, { admin }) {
  const web = installs[0];
  const only = ['--namespace', NAMESPACE, '--show-only', 'templates/admin.yaml'];
  const manifest = await admin.helm(['template', web.release, chart, '--values', web.values, ...only]);
  await admin.kubectl(['create', '--namespace', NAMESPACE, '--filename', '-'], manifest);
  const run = (words) => admin.shell(commandIn(root, words));
  await run('kubectl create job');
  const read = async (what) =>
    JSON.parse(await admin.kubectl(['get', what, '--namespace', NAMESPACE, '--output', 'json']));
  const [job, cronJob] = [await read('job/garbanzo-admin'), await read('cronjob/garbanzo-web-admin')];
  if (!isDeepStrictEqual(job.spec.template.spec, cronJob.spec.jobTemplate.spec.template.spec))
    throw new Error('The Job has another pod');
  await run('kubectl wait job');
  await run('kubectl delete job');
  await admin.kubectl(['delete', '--namespace', NAMESPACE, '--filename', '-'], manifest);
}

function commandIn(root, words) {
  const text = readFileSync(join(root, 'docs/day-two.md'), 'utf8');
  const command = text.split('\n').find((line) => line.startsWith(`    ${words}`));
  if (command === undefined) throw new Error(`docs/day-two.md has no ${words}`);
  return command.trim();
}
