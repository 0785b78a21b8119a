import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { chart, chartFile, installs } from '../chart.mjs';
import { REFUSED, TAKEN } from '../chart-values/people.mjs';
import { podTemplates } from '../chart-values/pods.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { podEnvironment } from '../pods/pod-environment.mjs';
import { readRelease } from '../pods/release.mjs';
import { runCommand } from '../run-command.mjs';
import { helm } from '../tools.mjs';

export const name =
  'the chart tells web, and nobody else, who may sign up, how mails are sent and which provider there is';

const SECRETS = {
  'garbanzo-people': {
    'setup-token': 'only for who runs it',
    'smtp-url': 'smtps://mia:secret@mail.example.org:465',
  },
  'garbanzo-oidc': { 'client-secret': 'of the client' },
  'postgresql-cluster-app': { host: 'db', port: '5432', dbname: 'app', user: 'app', password: 'p' },
  'postgresql-cluster-ca': { 'ca.crt': '' },
};

export async function run(context) {
  const { environment, step } = context;
  const configured = await releaseOf('web-people', environment);
  await step('web and the pod for the administrator read what values and secrets say', () =>
    mustBeRead(configured, context),
  );
  await step('no other pod is told', async () => {
    mustBeTheirs(configured);
    const { manifests } = await releaseOf('garbanzo-worker', environment);
    if (PEOPLE.test(JSON.stringify(manifests))) throw new Error('The worker is told');
  });
  await step('and only they reach the server of mails and the provider, once there are some', () =>
    mustReach(configured, context),
  );
  await step('a fork that configures nothing invites people, and asks for the token first', () =>
    mustBeSafe(environment, context),
  );
  await step('what does not go together is refused', () => refuseValues(environment));
  await step('what the chart sets cannot be set beside it', () => mustBeReserved(environment));
}

function releaseOf(release, environment, more) {
  return readRelease(
    installs.find((install) => install.release === release),
    environment,
    more,
  );
}

const podOfWeb = ({ find }) => find('Deployment').spec.template.spec;
const podOfAdmin = ({ find }) => find('CronJob').spec.jobTemplate.spec.template.spec;

/** By the code that reads it in the image. */
async function configOf(spec, { configMaps }, { root, scratch, environment }) {
  await runCommand('nest', ['build', 'web'], { env: environment, cwd: root });
  const { loadConfig } = await import(join(root, 'dist/libs/platform/src/index.js'));
  return loadConfig(podEnvironment(spec, { configMaps, secrets: SECRETS }, join(scratch, 'root')));
}

async function mustBeRead(release, context) {
  const publicUrl = 'https://todo.example.org';
  const expected = {
    setUpToken: 'only for who runs it',
    signUp: 'open',
    trustProxy: 1,
    mail: {
      smtpUrl: 'smtps://mia:secret@mail.example.org:465',
      from: 'Garbanzo <todo@example.org>',
      publicUrl,
    },
    oidc: {
      issuer: 'https://id.example.org',
      clientId: 'todo',
      clientSecret: 'of the client',
      name: 'Example ID',
      signUp: true,
      publicUrl,
    },
  };
  for (const spec of [podOfWeb(release), podOfAdmin(release)]) {
    const { setUpToken, signUp, trustProxy, people, allowedHosts } = await configOf(spec, release, context);
    const read = { setUpToken, signUp, trustProxy, mail: people.mail, oidc: people.oidc };
    if (!isDeepStrictEqual(read, expected)) throw new Error(`It reads ${JSON.stringify(read)}`);
    if (allowedHosts[0] !== 'todo.example.org') throw new Error(`People come by ${allowedHosts.join()}`);
  }
}

const PEOPLE = /garbanzo\/people|SETUP_TOKEN|SIGN_UP|PUBLIC_URL|SMTP_URL|MAIL_FROM|OIDC_/;

function mustBeTheirs(release) {
  const told = podTemplates(release)
    .filter(({ spec }) => PEOPLE.test(JSON.stringify(spec)))
    .map(({ metadata }) => metadata.labels['app.kubernetes.io/component'])
    .sort();
  if (told.join() !== 'admin,web') throw new Error(`Told are ${told.join(', ') || 'none'}`);
}

async function mustReach(configured, { environment }) {
  const both = [
    [465, [{ ipBlock: { cidr: '192.0.2.25/32' } }]],
    [8443, undefined],
  ];
  const expected = { web: both, admin: both, migration: [], test: [] };
  const seen = reach(configured);
  if (!isDeepStrictEqual(seen, expected)) throw new Error(`They reach ${JSON.stringify(seen)}`);
  const off = ['--set', 'mail.from=,oidc.issuer=,oidc.clientId=,oidc.name=,oidc.signUp=false'];
  const without = reach(await releaseOf('web-people', environment, off));
  if (Object.values(without).flat().length > 0) throw new Error(`They reach ${JSON.stringify(without)}`);
}

/** Which of their ports each kind of pod may reach, and where. */
function reach({ manifests }) {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  return Object.fromEntries(
    policies.map(({ metadata, spec }) => [
      metadata.labels['app.kubernetes.io/component'],
      spec.egress.flatMap(({ ports, to }) =>
        ports.filter(({ port }) => [465, 8443].includes(port)).map(({ port }) => [port, to]),
      ),
    ]),
  );
}

async function mustBeSafe(environment, context) {
  const small = ['--values', join(context.root, 'k8s/releases/garbanzo-web/small.yaml')];
  for (const more of [[], small]) {
    const release = await releaseOf('garbanzo-web', environment, more);
    const { signUp, people, setUpToken } = await configOf(podOfAdmin(release), release, context);
    if (signUp !== 'invited' || people.mail || people.oidc) throw new Error('It is not closed');
    if (setUpToken !== SECRETS['garbanzo-people']['setup-token']) throw new Error('It asks for no token');
  }
}

async function refuseValues(env) {
  const take = async (values) =>
    runCommand(
      await helm(),
      ['template', 'taken', chart, ...values.flatMap((each) => ['--set-json', each])],
      {
        env,
      },
    );
  for (const values of TAKEN) await take(values);
  for (const [what, because, values] of REFUSED) await mustRefuse(what, because, () => take(values));
}

/** Two of one name would be in a pod, and the later one would win. */
async function mustBeReserved(environment) {
  const { enum: reserved } = JSON.parse(chartFile('values.schema.json')).$defs.variable.properties.name.not;
  for (const install of installs) {
    const release = await readRelease(install, environment);
    const set = podTemplates(release)
      .filter(({ metadata }) => metadata.labels['app.kubernetes.io/component'] !== 'test')
      .flatMap(({ spec }) => spec.containers.flatMap(({ env = [] }) => env.map((variable) => variable.name)));
    const told = Object.keys(release.configMaps[release.find('Deployment').metadata.name]);
    const free = [...set, ...told].filter((each) => !reserved.includes(each) && !OWN.has(each));
    if (free.length > 0) throw new Error(`${install.release} could have ${free.join(', ')} twice`);
  }
}

/** What the examples put into `extraEnv` themselves. */
const OWN = new Set(['NODE_OPTIONS', 'TZ']);
