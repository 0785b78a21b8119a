import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { destroy, goBack, upgrade } from '../desired-state/life.mjs';
import { refuseWrongOrder } from '../desired-state/rules.mjs';
import { startWorld } from '../desired-state/world.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';

export const name = 'the desired state is applied in order, and a second time changes nothing';
export const needs = ['kubernetes'];

const FULL = 'helmsman_dsf.yml';
const SMALL = 'helmsman_small_dsf.yml';
const TLS = 'k8s/releases/tls/values.yaml';
const TAG = { GARBANZO_TAG: '0.1.0-42.g1a2b3c4' };
const OTHER = { GARBANZO_TAG: '0.1.0-43.g5d6e7f8' };

export async function run(context) {
  const { scratch, step, skip } = context;
  const world = await startWorld(join(scratch, 'full'), context);
  const full = join(world.tree, FULL);
  try {
    await step('everything is installed, operators first and Concourse last', () => install(world, full));
    await step('a second plan is empty', () => mustPlan(world, full, TAG, []));
    await step('another image migrates first, then rolls web and worker, and nothing else', () =>
      upgrade(world, full, OTHER),
    );
    await step('helm test and helm rollback, as Concourse', () => goBack(world, TAG));
    await step('another image, password or chart changes the releases that have it, in order', () =>
      change(world, full),
    );
    await step('make destroy leaves nothing but what holds data', () => destroy(world, full, TAG));
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

/** An API server knows no custom resource before the operator that brings it. */
async function install({ helmsman, tree, tools }, full) {
  await mustRefuse('an issuer before cert-manager', /no matches for kind "ClusterIssuer"/, () =>
    tools.helm(['install', 'tls', join(tree, 'k8s/charts/tls'), '--values', join(tree, TLS)]),
  );
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

async function secretIn(secret, key, env) {
  const args = ['get', 'secret', secret, '--namespace', 'garbanzo', '--output', 'json'];
  const { data } = JSON.parse((await runCommand('kubectl', args, { env })).stdout);
  return data[key] && Buffer.from(data[key], 'base64').toString();
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
