import {
  createCrudTable,
  FLASK_PACKAGES,
  isFlaskInstalled,
  startFastify,
  startFlask,
} from '../baselines.mjs';
import { withCpu } from '../cpu-per-request.mjs';
import { adding, createList, reading } from '../http.mjs';
import { comparison, takeTurns } from '../rounds.mjs';
import { startSystem, untilFolded } from '../systems.mjs';
import { plainRow, ratioRow } from '../table.mjs';
import { TARGETS } from '../targets.mjs';

/** Of web and of both baselines, as two cores have it. */
const PROCESSES = 2;

/** Forms and pages per second, beside those of the plainest routes that do the same, each with as many processes. */
export async function compareHttp({ server, started, plan, progress }) {
  const database = started(await server.createDatabase('http'));
  await createCrudTable(database);
  const { web, worker } = await startSystem(database, started, { webProcesses: PROCESSES });
  const fastify = started(await startFastify(database, PROCESSES));
  const lists = { written: await createList(web, 0), read: await createList(web, 50) };
  const servers = { Garbanzo: [web, worker], Fastify: [fastify] };
  if (isFlaskInstalled) servers.Flask = [started(await startFlask(database, PROCESSES))];
  const rows = [];
  for (const { what, load, list, target } of [
    { what: 'POST add to-do', load: adding, list: lists.written, target: TARGETS.ratio.post },
    { what: 'GET list of 50', load: reading, list: lists.read, target: TARGETS.ratio.get },
  ]) {
    const measure = async (of, ms) => {
      const drive = load(of[0], list);
      return withCpu(
        () => drive(ms),
        { all: cpuOfAll([...of, server]) },
        () => untilFolded(database),
      );
    };
    for (const of of Object.values(servers)) await measure(of, plan.warmUpMs);
    const turns = Object.entries(servers).map(([name, of]) => [name, () => measure(of, plan.ms)]);
    const rounds = await takeTurns({ label: what, ...plan, progress }, Object.fromEntries(turns));
    rows.push(...describe(what, rounds, target));
  }
  return rows;
}

const cpuOfAll = (things) => () => things.reduce((sum, { cpu }) => sum + cpu(), 0);

function describe(what, rounds, target) {
  return ['Flask', 'Fastify'].map((baseline) => {
    if (rounds[0][baseline] === undefined) return plainRow(what, `without Flask: install ${FLASK_PACKAGES}`);
    const result = comparison(rounds, 'Garbanzo', baseline);
    return ratioRow(`${what}, ${PROCESSES} processes`, baseline, result, target[baseline]);
  });
}
