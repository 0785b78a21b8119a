import { appending } from '../append.mjs';
import { adding, createList, reading } from '../http.mjs';
import { comparison, takeTurns } from '../rounds.mjs';
import { startSystem, untilFolded } from '../systems.mjs';
import { ratioRow } from '../table.mjs';
import { TARGETS } from '../targets.mjs';

/** The same with a long log, and with one that was empty. */
export async function compareWithLongLog(bench) {
  const { server, started, plan } = bench;
  const full = await startWithLists(await bench.longLog(), started);
  const fresh = await startWithLists(started(await server.createDatabase('fresh')), started);
  const loads = {
    append: await appendingTo({ full, fresh }, started),
    POST: ({ web, lists }) => adding(web, lists.written),
    GET: ({ web, lists }) => reading(web, lists.read),
  };
  const rows = [];
  for (const [name, driveFor] of Object.entries(loads)) {
    const measure = (system) => {
      const drive = driveFor(system);
      return async (ms) => {
        const result = await drive(ms);
        await untilFolded(system.database);
        return result;
      };
    };
    const [long, short] = [measure(full), measure(fresh)];
    for (const warmUp of [long, short]) await warmUp(plan.warmUpMs);
    const what = `${name}, ${plan.events.toLocaleString('en')} events`;
    const things = { long: () => long(plan.ms), short: () => short(plan.ms) };
    const rounds = await takeTurns({ label: what, ...plan, progress: bench.progress }, things);
    rows.push(ratioRow(what, 'empty log', comparison(rounds, 'long', 'short'), TARGETS.ratio.longLog));
  }
  return rows;
}

async function startWithLists(database, started) {
  const system = await startSystem(database, started);
  // Web is ready while the worker may still be folding: waiting for it is not what is measured.
  await untilFolded(database);
  const lists = { read: await createList(system.web, 50), written: await createList(system.web, 0) };
  return { ...system, lists };
}

/** Without web, so that nothing but the log is in it. */
async function appendingTo({ full, fresh }, started) {
  const appenders = new Map();
  for (const system of [full, fresh]) {
    appenders.set(system, started(await appending(system.database, 1)));
  }
  return (system) => appenders.get(system).run;
}
