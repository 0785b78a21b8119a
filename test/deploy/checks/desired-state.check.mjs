import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readState } from '../desired-state/read-state.mjs';
import { refuseDeadlock, refuseDifferences, refuseWrongOrder } from '../desired-state/rules.mjs';
import { startWorld } from '../desired-state/world.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';

export const name = 'the desired state is applied in order, and a second time changes nothing';

const FULL = 'helmsman_dsf.yml';
const SMALL = 'helmsman_small_dsf.yml';
const TAG = { GARBANZO_TAG: '0.1.0-42.g1a2b3c4' };

export async function run(context) {
  const { scratch, step, skip } = context;
  const world = await startWorld(join(scratch, 'full'), context);
  const full = join(world.tree, FULL);
  try {
    await step('it says nothing that helmsman would overlook', () => refuseMistakes(world));
    await step('the small one agrees with it', () => agree(world));
    await step('web does not wait for a worker that comes after it', () => refuseWaiting(world));
    await step('everything is installed, operators first and Concourse last', () => install(world, full));
    await step('a second plan is empty', () => mustPlan(world, full, TAG, []));
    await step('another image, password or chart changes the releases that have it, in order', () =>
      change(world, full),
    );
  } finally {
    await world.stop();
  }
  await step('the small one is installed, and a second plan is empty', () =>
    applyTwice(context, 'small', SMALL),
  );
  await step('what is random in a chart is noticed', () =>
    mustRefuse('a chart that is never the same', /upgrade cloudnative-pg/, () =>
      applyTwice(context, 'random', SMALL, { random: true }),
    ),
  );
  skip(
    'helmsman itself',
    'no registry that is reached here serves it; the stand-in asks helm and kubectl the same',
  );
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

async function install({ helmsman }, full) {
  const steps = await helmsman.apply(full, TAG);
  refuseWrongOrder(steps);
  await mustRefuse('the order backwards', /before/, async () => refuseWrongOrder(steps.toReversed()));
}

async function mustPlan({ helmsman }, file, env, expected) {
  const steps = await helmsman.plan(file, env);
  const names = steps.map(({ release, action }) => `${action} ${release.name}`).join(', ');
  const wanted = expected.map((name) => `upgrade ${name}`).join(', ');
  if (names !== wanted) throw new Error(`it would ${names || 'change nothing'}, not ${wanted || 'nothing'}`);
}

async function change(world, full) {
  await changePassword(world);
  changeChart(world, full);
  await mustPlan(world, full, { GARBANZO_TAG: 'another' }, [
    'monitoring',
    'tls',
    'garbanzo-web',
    'garbanzo-worker',
  ]);
}

async function changePassword({ folder, script }) {
  const editor = join(folder, 'editor.sh');
  writeFileSync(editor, '#!/bin/sh\nsed -i "s/adminPassword: .*/adminPassword: changed/" "$1"\n', {
    mode: 0o755,
  });
  await script('edit', ['monitoring'], { EDITOR: editor });
}

/** As whoever changes a chart of ours does: its version, and that of the release. */
function changeChart({ tree }, full) {
  const chart = join(tree, 'k8s/charts/tls/Chart.yaml');
  writeFileSync(chart, readFileSync(chart, 'utf8').replace('version: 1.0.0', 'version: 1.0.1'));
  const release = 'chart: k8s/charts/tls\n    version: 1.0.';
  writeFileSync(full, readFileSync(full, 'utf8').replace(`${release}0`, `${release}1`));
}

/** As ci/helmsman.sh does for the small state. A second time nothing is changed. */
async function makeLogins({ tree, env }) {
  const script = join(tree, 'ci/make-logins.sh');
  const passwords = async () => {
    await runCommand('bash', [script], { env });
    return await Promise.all([
      ...['garbanzo-web-login', 'garbanzo-worker-login'].map((name) => secretIn(name, 'password', env)),
      secretIn('garbanzo-people', 'setup-token', env),
    ]);
  };
  const [first, second] = [await passwords(), await passwords()];
  if (first.some((password) => !(password?.length >= 32))) throw new Error('there is no password');
  if (new Set(first).size < 3) throw new Error('web and worker have one password, or one is the token');
  if (first.join() !== second.join()) throw new Error('a second run has made other passwords');
}

/** A real API server would have put it into `data`. */
async function secretIn(secret, key, env) {
  const args = ['get', 'secret', secret, '--namespace', 'garbanzo', '--output', 'json'];
  return JSON.parse((await runCommand('kubectl', args, { env })).stdout).stringData?.[key];
}

async function applyTwice(context, folder, file, options) {
  const world = await startWorld(join(context.scratch, folder), context, options);
  try {
    await makeLogins(world);
    await world.helmsman.apply(join(world.tree, file), TAG);
    await mustPlan(world, join(world.tree, file), TAG, []);
  } finally {
    await world.stop();
  }
}
