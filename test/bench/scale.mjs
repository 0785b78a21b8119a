// `node test/bench/scale.mjs`, after a build: what more processes do for 64 workspaces in one PostgreSQL, and what the limit is.
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { createManyWorkspaces, pathOf, WORKSPACES } from '../support/many-workspaces.mjs';
import { appending } from './append.mjs';
import { measureCosts } from './costs.mjs';
import { createList } from './http.mjs';
import { closeConnections, drive, IN_FLIGHT, postForm } from './load.mjs';
import { createProgress } from './progress.mjs';
import { takeTurns } from './rounds.mjs';
import { reportScale } from './scale-report.mjs';
import { startProcess, startServer } from './servers.mjs';
import { printTable } from './table.mjs';

const { values: asked } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, ms: { type: 'string', default: '1500' } },
});
const [rounds, ms] = [Number(asked.rounds), Number(asked.ms)];

const SYSTEMS = [
  { webs: 1, workers: 1 },
  { webs: 2, workers: 1 },
  { webs: 3, workers: 1 },
  { webs: 3, workers: 2 },
];
/** Requests to each web process. */
const WARM_UP = 1_500;

const progress = createProgress(60 + rounds * 5 * (ms / 1_000));
const toStop = [];

const started = (thing) => {
  toStop.unshift(thing);
  return thing;
};

async function startSystem(server, { webs, workers }) {
  const name = `${webs} web, ${workers} worker`;
  const database = started(await server.createDatabase(`scale_${webs}_${workers}`));
  await createManyWorkspaces(database.owner);
  const start = async (script) => started(await startProcess(script, database.url));
  const system = { name, database, webs: [], workers: [] };
  for (let nth = 0; nth < workers; nth += 1) system.workers.push(await start('dist/bundle/worker.js'));
  for (let nth = 0; nth < webs; nth += 1) system.webs.push(await start('dist/bundle/web.js'));
  system.lists = await Promise.all(WORKSPACES.map((_, shard) => listIn(system.webs[0], shard)));
  return system;
}

const listIn = (web, shard) => createList(web, 0, pathOf(shard));

/** Adds to-dos in all workspaces in turn, through all processes in turn. */
function adding({ webs, lists }) {
  let next = 0;
  return () => {
    const shard = next % WORKSPACES.length;
    const web = webs[next % webs.length];
    next += 1;
    const fields = { commandId: randomUUID(), title: 'Buy milk and bread' };
    return postForm(`${web.url}${lists[shard]}/todos`, fields);
  };
}

/** A process that has just been started is slow: each is to have served as many requests as the others. */
async function warmUp(add, { webs }) {
  let left = WARM_UP * webs.length;
  const lane = async () => {
    while (left-- > 0) await add();
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
}

try {
  const server = started(await startServer());
  const systems = [];
  for (const wanted of SYSTEMS) systems.push(await startSystem(server, wanted));
  const alone = started(await server.createDatabase('appends'));
  const log = started(await appending(alone, WORKSPACES.length));
  const work = systems.map((system) => [system.name, adding(system)]);
  for (const [nth, system] of systems.entries()) await warmUp(work[nth][1], system);
  const things = Object.fromEntries(
    work.map(([name, add], nth) => [
      name,
      () => measureCosts(server, systems[nth], () => drive(add, { ms })),
    ]),
  );
  things['append alone'] = () => measureCosts(server, { database: alone }, () => log.run(ms));
  const results = await takeTurns({ label: 'scale', rounds, progress }, things);
  console.log(
    `${availableParallelism()} cores, ${WORKSPACES.length} workspaces, ${rounds} rounds of ${ms} ms`,
  );
  printTable(reportScale([...systems, { name: 'append alone' }], results));
} finally {
  closeConnections();
  for (const thing of toStop) await (thing.stop ?? thing.close)();
}
