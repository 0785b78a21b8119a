import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { readByEitherKey } from '../secrets/both-keys.mjs';
import { changeByEditor } from '../secrets/edited.mjs';
import { forkIn } from '../secrets/fork.mjs';
import { killSecrets } from '../secrets/killed.mjs';
import { refusePlain } from '../secrets/plain.mjs';
import { refusePlainFiles } from '../secrets/plain-files.mjs';
import { refuseKnownValues, refuseWrongKeys } from '../secrets/values.mjs';

export const name = 'credentials are made, encrypted and never left lying about';

const RELEASES = [
  'concourse',
  'concourse-credentials',
  'garbanzo-credentials',
  'garbanzo-logins',
  'garbanzo-people',
  'monitoring',
];

export async function run(context) {
  const { root, scratch, environment, step } = context;
  const fork = (folder) => forkIn(join(scratch, folder), context);
  const person = await fork('person');

  await step('no file of this folder that is named like secrets is plain', () =>
    runCommand('node', ['k8s/secrets/check.mjs'], { cwd: root, env: environment }),
  );
  await step('a fresh fork: an age key is made, and every credential', () => make(person));
  await step('Concourse and Grafana get keys and passwords that nobody else has', async () =>
    compare(person, await fork('another'), scratch),
  );
  await step('a second make secrets changes nothing', () => makeAgain(person));
  await step('make secrets-edit changes a value and leaves nothing plain', () => changeByEditor(person));
  await step('GPG and age: either key reads everything', async () => readByEitherKey(await fork('both')));
  await step('killed at any moment, it leaves nothing plain', async () => {
    for (const files of [0, 1, 3]) await kill(await fork(`killed-${files}`), files);
  });
  await step('plain and half-plain files are refused', async () => refusePlain(await fork('careless')));
}

async function make({ folder, script, values }) {
  await script('create');
  for (const release of RELEASES) await values(release);
  await script('check');
  refusePlainFiles(folder);
}

async function compare(person, another, scratch) {
  await another.script('create');
  for (const release of ['concourse', 'monitoring']) {
    refuseKnownValues(await person.values(release), await another.values(release));
  }
  refuseKnownValues(await passwords(person), await passwords(another));
  await refuseWrongKeys((await person.values('concourse')).secrets, scratch);
}

/** Who logs in with each of these is known to everybody, and so is where the token is asked for. */
async function passwords({ values }) {
  const { secrets } = await values('garbanzo-logins');
  const { secrets: people } = await values('garbanzo-people');
  const logins = Object.entries(secrets).map(([name, { password }]) => [name, password]);
  return Object.fromEntries([...logins, ['setup-token', people['garbanzo-people']['setup-token']]]);
}

async function makeAgain({ tree, script }) {
  const files = RELEASES.map((release) => join(tree, `k8s/releases/${release}/secrets.yaml`));
  const contents = () => files.map((file) => readFileSync(file, 'utf8')).join('');
  const before = contents();
  await script('create');
  if (contents() !== before) throw new Error('a file has changed');
}

async function kill(victim, files) {
  if (!(await killSecrets(victim, files))) throw new Error(`it ended before ${files} files were there`);
  refusePlainFiles(victim.folder);
}
