// Processor time per request of several builds, one after the other in each round, on one PostgreSQL:
//   node test/bench/versions.mjs <folder of a build> <folder of another>
// Each folder is a checkout in which `npm run build` has run. The migrations are those of this one.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cpuOf, cpuOfTree } from './cpu.mjs';
import { adding, createList, reading } from './http.mjs';
import { closeConnections, percentile } from './load.mjs';
import { startProcess, startServer } from './servers.mjs';

const ROUNDS = 5;
const ROUND_MS = 2_000;
const TODOS = 50;

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Name the folders of the builds to compare.');

const server = await startServer();
const builds = [];
for (const [index, folder] of folders.entries()) builds.push(await start(folder, `build_${index}`));
// The first round warms up.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const build of builds) {
    for (const load of build.loads) load.rounds.push(await measure(build, load.drive));
  }
}
for (const { folder, loads } of builds) {
  for (const { name, rounds } of loads) console.log(`${name}  ${summaryOf(rounds.slice(1))}  ${folder}`);
}
closeConnections();
for (const build of builds) await build.stop();
await server.stop();

async function start(folder, name) {
  const database = await server.createDatabase(name);
  // Together: web is ready when the worker has built the tables.
  const [web, worker] = await Promise.all(
    ['web', 'worker'].map((name) => startProcess(programIn(folder, name), database.url, resolve(folder))),
  );
  const [read, written] = [await createList(web, TODOS), await createList(web, 1)];
  return {
    folder,
    cpus: {
      web: () => cpuOf(web.pid),
      worker: () => cpuOf(worker.pid),
      PostgreSQL: () => cpuOfTree(server.pid),
    },
    loads: [
      { name: `GET list of ${TODOS}`, drive: reading(web, read), rounds: [] },
      { name: 'POST add to-do', drive: adding(web, written), rounds: [] },
    ],
    async stop() {
      await Promise.all([web.stop(), worker.stop()]);
      await database.close();
    },
  };
}

/** Builds of version 0.1.0 are not bundled. */
function programIn(folder, name) {
  const bundle = `dist/bundle/${name}.js`;
  return existsSync(join(folder, bundle)) ? bundle : `dist/apps/${name}/src/main.js`;
}

/** Processor time of each process, in milliseconds per request. */
async function measure({ cpus }, drive) {
  const read = () => Object.entries(cpus).map(([name, cpu]) => [name, cpu()]);
  const before = new Map(read());
  const begun = performance.now();
  const { perSecond } = await drive(ROUND_MS);
  const requests = (perSecond * (performance.now() - begun)) / 1000;
  return Object.fromEntries(read().map(([name, used]) => [name, (used - before.get(name)) / requests]));
}

/** The median of the rounds, and the best and the worst of them. */
function summaryOf(rounds) {
  return Object.keys(rounds[0])
    .map((name) => {
      const values = rounds.map((round) => round[name]);
      const [best, median, worst] = [0, 0.5, 1].map((share) => percentile(values, share).toFixed(3));
      return `${name} ${median} ms (${best}-${worst})`;
    })
    .join(', ');
}
