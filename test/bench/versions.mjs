// Processor time per request of several builds, one after the other in each round, on one PostgreSQL:
//   node test/bench/versions.mjs <folder of a build> <folder of another>
// Each folder is a checkout in which `npm run build` has run. The migrations are those of this one.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeCpu, withCpu } from './cpu-per-request.mjs';
import { adding, createList, reading } from './http.mjs';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { closeConnections } from './load.mjs';
import { startProcess } from './processes.mjs';
import { startServer } from './servers.mjs';

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
    for (const load of build.loads) load.rounds.push(await withCpu(() => load.drive(ROUND_MS), build.cpus));
  }
}
for (const { folder, loads } of builds) {
  for (const { name, rounds } of loads) console.log(`${name}  ${describeCpu(rounds.slice(1))}  ${folder}`);
}
closeConnections();
for (const build of builds) await build.stop();
await server.stop();

async function start(folder, name) {
  const database = await server.createDatabase(name);
  const hasAccounts = existsSync(join(folder, 'dist/apps/web/src/access'));
  // A version without accounts may write as long as there is none.
  if (!hasAccounts) await database.owner.query('delete from accounts');
  // Together: web is ready when the worker has built the tables.
  const [web, worker] = await Promise.all(
    ['web', 'worker'].map((name) =>
      startProcess(programIn(folder, name), database.url, { folder: resolve(folder) }),
    ),
  );
  const workspace = hasAccounts ? WORKSPACE_PATH : '';
  const [read, written] = [await createList(web, TODOS, workspace), await createList(web, 1, workspace)];
  return {
    folder,
    cpus: { web: web.cpu, worker: worker.cpu, PostgreSQL: server.cpu },
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
