import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installPlugins } from '../plugins/plugins.mjs';
import { runCommand } from '../run-command.mjs';
import { throwAwayAge, throwAwayGpg } from '../secrets/keys.mjs';
import { helm, kubectl, secretsTools } from '../tools.mjs';
import { checkout, files, runTask } from './layout.mjs';
import { standIn } from './stand-in.mjs';

const image = { repository: 'registry.example.org/garbanzo', tag: '0.1.0-42.g1a2b3c4', digest: 'sha256:1' };
const params = {
  CLUSTER: 'https://cluster.example.org',
  CLUSTER_CA: 'the authority',
  CLUSTER_TOKEN: 'the-token',
};

/** What the stand-in for helmsman tells: the image, whom it would ask and as whom, and what it can decrypt. */
const TELL = `
echo "tag $GARBANZO_TAG"
echo "server $(kubectl config view --minify --output 'jsonpath={.clusters[0].cluster.server}')"
echo "token $(kubectl config view --minify --raw --output 'jsonpath={.users[0].user.token}')"
helm secrets decrypt "$SECRET"
echo "in $(pwd)"`;

const TOLD = [
  `tag ${image.tag}`,
  `server ${params.CLUSTER}`,
  `token ${params.CLUSTER_TOKEN}`,
  'secret: text',
];

/** Deploys with a key of age, and with one of GPG: helmsman has to be able to decrypt, and nobody afterwards. */
export async function deployTask({ scratch, environment }) {
  const folder = join(scratch, 'deploy');
  for (const part of ['home', 'temporary']) mkdirSync(join(folder, part), { recursive: true });
  const programs = [await helm(), await kubectl()].map((program) => dirname(program));
  const tools = [environment.PATH, ...programs, ...(await secretsTools())].join(delimiter);
  const home = { ...environment, PATH: tools, HOME: join(folder, 'home') };
  const HELM_PLUGINS = await installPlugins(folder, home);
  const env = { ...home, HELM_PLUGINS, TMPDIR: join(folder, 'temporary') };
  const helmsman = standIn(join(folder, 'bin'), 'helmsman', TELL);
  for (const makeKey of [throwAwayAge, throwAwayGpg]) {
    const { key, recipient } = await makeKey(join(folder, makeKey.name), env);
    const SECRET = await encrypted(folder, recipient, env);
    await deployWith(key, { ...env, PATH: helmsman.path(env), SECRET }, scratch);
  }
  refuseOtherCalls(helmsman.calls());
}

async function encrypted(folder, recipient, env) {
  const file = join(folder, 'secret.yaml');
  writeFileSync(file, 'secret: text\n');
  await runCommand('sops', ['encrypt', '--in-place', ...recipient.flags, file], {
    env: { ...env, ...recipient.environment },
    cwd: folder,
  });
  return file;
}

async function deployWith(key, env, scratch) {
  const { stdout } = await runTask('ci/tasks/deploy.yaml', {
    scratch,
    env,
    inputs: { deployment: ownCheckout, image: files(image) },
    params: { ...params, SOPS_KEY: key },
  });
  const missing = TOLD.find((line) => !stdout.includes(`${line}\n`));
  if (missing) throw new Error(`helmsman did not see "${missing}":\n${stdout}`);
  const workingDirectory = /^in (.+)$/m.exec(stdout)[1];
  if (existsSync(workingDirectory)) throw new Error(`${workingDirectory}, where helmsman decrypts, stays`);
  if (readdirSync(env.TMPDIR).length > 0) throw new Error(`${readdirSync(env.TMPDIR).join(', ')} stays`);
}

/** A checkout whose owner has put in their own names. */
async function ownCheckout(folder) {
  await checkout(folder);
  const change = 'grep -rl garbanzo-example k8s/releases | xargs sed -i s/garbanzo-example/mine/';
  await runCommand('bash', ['-c', change], { cwd: folder });
}

function refuseOtherCalls(calls) {
  const other = calls.find(
    (call) => !/^-f \S+\/deployment\/helmsman_dsf\.yml --apply --no-fancy$/.test(call),
  );
  if (calls.length !== 2 || other) throw new Error(`helmsman was called with ${other ?? calls.join(', ')}`);
}
