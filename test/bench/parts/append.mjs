import { appending, createBareTable, inserting } from '../append.mjs';
import { comparison, takeTurns } from '../rounds.mjs';
import { ratioRow } from '../table.mjs';
import { TARGETS } from '../targets.mjs';

/** Events per second into the log, beside a bare INSERT into a table of the same columns and indexes. */
export async function compareAppends({ server, started, plan, progress }) {
  const database = started(await server.createDatabase('appends'));
  await createBareTable(database);
  const rows = [];
  for (const workspaces of [1, 64]) {
    const label = `append, ${workspaces === 1 ? 'one workspace' : '64 workspaces'}`;
    const log = started(await appending(database, workspaces));
    const bare = started(await bestInsert(database, workspaces, plan.ms));
    const things = { log: () => log.run(plan.ms), bare: () => bare.run(plan.ms) };
    const rounds = await takeTurns({ label, ...plan, progress }, things);
    const baseline = `bare INSERT, ${bare.connections} connections`;
    rows.push(ratioRow(label, baseline, comparison(rounds, 'log', 'bare'), TARGETS.ratio.append));
  }
  return rows;
}

/** The number of connections with which the baseline is at its best. */
async function bestInsert(database, workspaces, ms) {
  let best;
  for (const connections of [8, 16, 32]) {
    const candidate = { connections, ...inserting(database, workspaces, connections) };
    const { perSecond } = await candidate.run(ms);
    if (best === undefined || perSecond > best.perSecond) {
      await best?.close();
      best = { ...candidate, perSecond };
    } else await candidate.close();
  }
  return best;
}
