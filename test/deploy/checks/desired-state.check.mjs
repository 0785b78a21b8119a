import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readState } from '../desired-state/read-state.mjs';
import { refuseDeadlock, refuseDifferences } from '../desired-state/rules.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { forkIn } from '../secrets/fork.mjs';

export const name = 'the desired states say what helmsman reads, and agree';

const FULL = 'helmsman_dsf.yml';
const SMALL = 'helmsman_small_dsf.yml';
const TAG = { GARBANZO_TAG: '0.1.0-42.g1a2b3c4' };

export async function run(context) {
  const { scratch, step } = context;
  const fork = await forkIn(scratch, context);
  await fork.script('create');
  await step('they say nothing that helmsman would overlook', () => refuseMistakes(fork));
  await step('the small one agrees with the other', () => agree(fork));
  await step('web does not wait for a worker that comes after it', () => refuseWaiting(fork));
}

async function refuseMistakes({ tree }) {
  const read = (change) => {
    const seeded = join(tree, 'seeded_dsf.yml');
    writeFileSync(seeded, change(readFileSync(join(tree, FULL), 'utf8')));
    return readState(seeded, TAG);
  };
  read((text) => text);
  const refused = (what, because, from, to) =>
    mustRefuse(what, because, async () => read((text) => text.replace(from, to)));
  await refused('a misspelt key', /prioritty/, 'priority:', 'prioritty:');
  await refused('a misspelt file', /value\.yaml/, 'values.yaml', 'value.yaml');
  await refused(
    'a misspelt namespace',
    /unknown namespace/,
    'namespace: cert-manager',
    'namespace: cert-mangler',
  );
  await refused('a priority above 0', /priority/, 'priority: -300', 'priority: 300');
  await refused('another version of our chart', /asks for 9\.9\.9/, 'version: 0.1.0', 'version: 9.9.9');
  await mustRefuse('no image', /GARBANZO_TAG is not set/, async () => readState(join(tree, FULL), {}));
}

async function agree({ tree }) {
  const [full, small] = [FULL, SMALL].map((file) => readState(join(tree, file), TAG));
  refuseDifferences(full, small);
  const other = { ...small, apps: small.apps.map((app) => ({ ...app, version: '9.9.9' })) };
  await mustRefuse('another version', /version/, async () => refuseDifferences(full, other));
}

async function refuseWaiting({ tree }) {
  const [full, small] = [FULL, SMALL].map((file) => readState(join(tree, file), TAG));
  refuseDeadlock(full);
  refuseDeadlock(small);
  const waiting = { apps: full.apps.map((app) => ({ ...app, wait: true })) };
  await mustRefuse('a web release that waits', /wait for garbanzo-worker/, async () =>
    refuseDeadlock(waiting),
  );
}
