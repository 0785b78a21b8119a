import { join } from 'node:path';
import { rolledBehindMigration } from '../cluster/rollouts.mjs';
import { onLoopback } from '../cluster/addresses.mjs';
import { until } from '../engine/until.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { compiledInvariants } from '../rolling/compiled.mjs';
import { NAMESPACE, startScene, stateOf } from '../rolling/scene.mjs';
import { versionBefore } from '../rolling/version-before.mjs';
import { People } from '../rolling/people.mjs';

export const name =
  'people who work notice neither an upgrade from the version before, with its migration, nor the way back';
export const needs = ['kubernetes'];

/** The images of both versions. */
const [BEFORE, NOW] = ['0.0.0-before', '0.0.0-now'];

export async function run(context) {
  const { root, scratch, environment, step, skip } = context;
  const before = await versionBefore(environment);
  if (before === undefined) return skip(name, 'this clone has not the history with the version before');
  const trees = { [BEFORE]: before.tree, [NOW]: root };
  const promises = await compiledInvariants(environment);
  const scene = await startScene(context, trees);
  const states = Object.fromEntries(
    Object.entries(trees).map(([tag, tree]) => [tag, stateOf(tree, join(scratch, tag))]),
  );
  const apply = (tag) => scene.helmsman.apply(states[tag], { GARBANZO_TAG: tag });
  const people = new People(promises, scene.postgres.url('app'), forgivenTo(before));
  try {
    await step(`${before.commit.slice(0, 12)} is installed, and people begin to work`, async () => {
      await apply(BEFORE);
      await people.begin(await webOf(scene));
    });
    await step('an upgrade migrates first, and then rolls web and worker', () =>
      upgrade(scene, { apply, people, plan: () => scene.helmsman.plan(states[NOW], { GARBANZO_TAG: NOW }) }),
    );
    await step('helm test, with what its pods run', () => helmTest(scene));
    await step('helm rollback, onto the schema of the later version', () => goBack(scene, people));
    await step('and forward again', async () => {
      await apply(NOW);
      await people.mustHaveWorked();
    });
    await step('no request has failed, and every promise was kept', () => people.mustHaveNoticedNothing());
    await step('every process ended in order', async () => mustHaveEnded(scene.ended()));
    await step('pods that are killed are noticed', () => kill(scene, promises));
    await step('what is removed leaves nothing', () => remove(scene, states[NOW]));
  } finally {
    await people.leave();
    await scene.stop();
  }
}

/**
 * What a version before does wrong cannot be mended any more, so a little of it is borne. One that closes a connection while a
 * request is on its way there leaves it unanswered: where pods of this version end, none is. One says of a list that was just made
 * that it is not there yet, while the workers that folded for it are gone.
 */
const forgivenTo = ({ isPolite, showsNewLists }) => ({
  unanswered: isPolite ? 0 : 1 / 100,
  notThereYet: showsNewLists ? 0 : 1 / 100,
});

async function webOf({ api }) {
  const { spec } = await api.get(serviceOf('garbanzo-web'));
  return `http://${onLoopback(spec.clusterIP)}:${spec.ports[0].port}`;
}

async function upgrade(scene, { apply, people, plan }) {
  const rolled = await rolledBehindMigration(scene.api, NAMESPACE, async () => {
    await apply(NOW);
    await people.mustHaveWorked();
  });
  if (rolled.join() !== 'garbanzo-web,garbanzo-worker') throw new Error(`${rolled.join(', ')} were rolled`);
  const again = await plan();
  if (again.length > 0)
    throw new Error(`Planned again, it would ${again.map(({ action }) => action).join()}`);
}

/** By whoever deploys. Web first, as it came: the worker of the version before still knows how to fold. */
async function goBack({ deployer, api }, people) {
  await until(async () => mustHaveGone(await podsOf(api)));
  await people.noticeNothingOf(async () => {
    for (const release of ['garbanzo-web', 'garbanzo-worker'])
      await deployer.helm(['rollback', release, '1', '--namespace', NAMESPACE, '--wait', '--timeout', '5m']);
    await until(async () => mustHaveGone(await podsOf(api)));
  });
  const running = (await podsOf(api)).filter(({ status }) => status.phase === 'Running');
  const other = running.find(({ spec }) => !spec.containers[0].image.endsWith(BEFORE));
  if (other) throw new Error(`${other.metadata.name} is of another version`);
  await people.mustHaveWorked();
}

const podsOf = async (api) => (await api.get(`/api/v1/namespaces/${NAMESPACE}/pods`)).items;

/** Those that were told to end, or a failure would be ascribed to others. */
function mustHaveGone(pods) {
  const ending = pods.find(({ metadata }) => metadata.deletionTimestamp);
  if (ending) throw new Error(`${ending.metadata.name} has not ended`);
}

async function helmTest({ deployer, api }) {
  const test = (release) => deployer.helm(['test', release, '--namespace', NAMESPACE, '--timeout', '1m']);
  await test('garbanzo-web');
  const lead = (nobody) => api.merge(serviceOf('garbanzo-worker'), { spec: { selector: { nobody } } });
  await lead('there');
  await mustRefuse('a Service that leads to nobody', /not ready.*failed/, () => test('garbanzo-worker'));
  await lead(null);
  await test('garbanzo-worker');
}

const serviceOf = (service) => `/api/v1/namespaces/${NAMESPACE}/services/${service}`;

function mustHaveEnded(ended) {
  const wrong = ended.filter(({ code, name: pod }) => code !== 0 && !pod.includes('-test'));
  if (ended.length === 0 || wrong.length > 0) throw new Error(`Ended otherwise: ${JSON.stringify(wrong)}`);
}

/** The control of all this: people who have no web any more for a moment do notice. */
async function kill(scene, promises) {
  const people = new People(promises, scene.postgres.url('app'));
  await people.begin(await webOf(scene));
  const pods = ['pods', '--namespace', NAMESPACE, '--selector', 'app.kubernetes.io/instance=garbanzo-web'];
  await scene.admin.kubectl(['delete', ...pods, '--force', '--grace-period=0']);
  await scene.admin.kubectl([
    'rollout',
    'status',
    '--namespace',
    NAMESPACE,
    'deployment/garbanzo-web',
    '--timeout=2m',
  ]);
  await mustRefuse('that every pod of web is killed', /no answer|50/, () => people.mustHaveNoticedNothing());
  await people.leave();
}

async function remove({ helmsman, api }, state) {
  await helmsman.destroy(state, { GARBANZO_TAG: NOW });
  await until(async () => {
    for (const kind of ['pods', 'services', 'configmaps', 'serviceaccounts']) {
      const { items } = await api.get(`/api/v1/namespaces/${NAMESPACE}/${kind}`);
      const left = items.find(({ metadata }) => metadata.name.startsWith('garbanzo'));
      if (left) throw new Error(`${left.metadata.name} of the ${kind} stays`);
    }
  });
}
