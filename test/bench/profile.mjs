// `make profile`: what web spends its processor time on while forms are posted, and while pages are read. What takes the
// most is printed; the profiles are left in a folder, for the Performance panel of a browser's developer tools.
import { mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adding, createList, reading } from './http.mjs';
import { closeConnections } from './load.mjs';
import { startProcess } from './processes.mjs';
import { selfTimes } from './self-times.mjs';
import { inScope } from './scope.mjs';
import { startServer } from './servers.mjs';

const LOAD_MS = 10_000;
const LINES = 15;

const folder = mkdtempSync(join(tmpdir(), 'garbanzo-profile-'));

await inScope(async (started) => {
  const server = started(await startServer());
  const database = started(await server.createDatabase('profiled'));
  started(await startProcess('dist/bundle/worker.js', database.url));
  await profile('POST add to-do', adding, { database, todos: 0 });
  await profile('GET list of 50', reading, { database, todos: 50 });
});
closeConnections();

/** In a process of its own for each load. The profile is written when the process ends; what was before the load is left out. */
async function profile(what, load, { database, todos }) {
  const { perSecond, ...span } = await inScope(async (started) => {
    const nodeOptions = `${optionsOfBundle()} --cpu-prof --cpu-prof-dir=${folder}`;
    // As it is compiled, file by file: in a bundle, the package that a function belongs to cannot be told.
    const web = started(await startProcess('dist/apps/web/src/main.js', database.url, { nodeOptions }));
    const drive = load(web, await createList(web, todos));
    const begun = now();
    const result = await drive(LOAD_MS);
    return { ...result, begun, ended: now() };
  });
  const file = join(folder, `${what.split(' ')[0].toLowerCase()}.cpuprofile`);
  renameSync(join(folder, newest()), file);
  console.log(`\n${what}: ${Math.round(perSecond)}/s while profiled, ${file}`);
  const { functions, parts } = selfTimes(JSON.parse(readFileSync(file, 'utf8')), span);
  for (const shares of [parts, functions]) {
    console.log();
    for (const { share, name } of shares.slice(0, LINES)) console.log(describe(share, name));
  }
}

function describe(share, name) {
  return `${(share * 100).toFixed(1).padStart(5)} %  ${name}`;
}

/** Those in its first line: with other sizes of the memory, the garbage collector takes another share. */
function optionsOfBundle() {
  const [line] = readFileSync('dist/bundle/web.js', 'utf8').split('\n', 1);
  return line.match(/--\S+/g).join(' ');
}

/** The clock of a profile: microseconds since the machine has been running. */
function now() {
  return Number(process.hrtime.bigint() / 1_000n);
}

function newest() {
  return readdirSync(folder).find((name) => name.startsWith('CPU.'));
}
