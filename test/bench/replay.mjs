import { catchingUp } from './backlog.mjs';
import { foldingByBatch } from './batch-fold.mjs';
import { garbanzo } from './command-line.mjs';
import { compare, takeTurns } from './rounds.mjs';
import { foldingBySql } from './sql-fold.mjs';
import { plainRow, ratioRow } from './table.mjs';

/** How fast tables are built again from the log, and held against it, beside other ways to the same tables. */
export async function compareReplays(database, { label, ...plan }) {
  const ways = {
    sql: foldingBySql(database),
    batch: foldingByBatch(database),
    backlog: catchingUp(database),
  };
  const results = await takeTurns(
    { label: `${label}: replay`, ...plan },
    {
      replay: () => replaying(database),
      sql: () => ways.sql.run(),
      batch: () => ways.batch.run(),
      backlog: () => ways.backlog.run(),
    },
  );
  await assertSame(database, ways);
  await Promise.all(Object.values(ways).map((way) => way.close()));
  const [{ count: events }] = await database.owner.query('select count(*) from events');
  return describeReplays(label, events, results);
}

function describeReplays(label, events, results) {
  const row = (what, baseline, atLeast, secondsOf) => {
    const perSecond = results.map((result) => {
      const [subject, by] = secondsOf(result);
      return { subject: events / subject, baseline: events / by };
    });
    return ratioRow(`${what}, ${label}`, baseline, compare(perSecond), atLeast);
  };
  return [
    row('replay with indexes', 'one SQL statement', 0.5, ({ replay, sql }) => [replay.bulk, sql]),
    row('replay with indexes', 'fold per batch', 4, ({ replay, batch }) => [replay.bulk, batch]),
    row('catch-up', 'fold per batch', 1, ({ backlog, batch }) => [backlog, batch]),
    row('verify', 'replay', 0.8, ({ replay }) => [replay.verify, replay.bulk]),
  ];
}

/** Seconds of the phases that count: building the tables with their indexes, and verifying them. */
async function replaying(database) {
  const { phases } = JSON.parse((await garbanzo(database, 'replay', '--json')).stdout);
  return { bulk: phases.sort + phases.fold + phases.index, verify: phases.verify };
}

/** All of it was for the same tables, and they are what the log says, or the figures would be worth nothing. */
async function assertSame(database, { sql, batch }) {
  await garbanzo(database, 'verify');
  const differences = [await sql.differences(), await batch.differences()];
  if (differences.some((count) => count > 0))
    throw new Error(`The baselines differ: ${differences.join(', ')}`);
}

/** The most memory that a replay and a verification have, with a long log and with a tenth of it. */
export async function compareMemory(long, short) {
  const rows = [];
  for (const command of ['replay', 'verify']) {
    const [{ memory: most }, { memory: usual }] = [
      await garbanzo(long, command),
      await garbanzo(short, command),
    ];
    const measured = `${most.toFixed(0)} MiB; ${usual.toFixed(0)} MiB with a tenth of the log`;
    rows.push(plainRow(`memory of ${command}`, measured, '300 MB, 1.2x', isSteady(most, usual)));
  }
  return rows;
}

const isSteady = (most, usual) => most * 1.048_576 < 300 && most <= usual * 1.2;
