import { catchingUp } from './backlog.mjs';
import { foldingByBatch } from './batch-fold.mjs';
import { garbanzo } from './command-line.mjs';
import { compare, takeTurns } from './rounds.mjs';
import { foldingBySql } from './sql-fold.mjs';
import { plainRow, ratioRow } from './table.mjs';
import { TARGETS } from './targets.mjs';

/** Other ways to the same tables. The ceiling is always there; those that take long are left out of a quick run. */
const WAYS = {
  quick: { sql: foldingBySql },
  full: { sql: foldingBySql, batch: foldingByBatch, backlog: catchingUp },
};

/** How fast tables are built again from the log, and held against it, beside other ways to the same tables. */
export async function compareReplays(database, { label, quick, rounds, progress }) {
  const made = Object.entries(quick ? WAYS.quick : WAYS.full).map(([name, way]) => [name, way(database)]);
  const ways = Object.fromEntries(made);
  const runs = made.map(([name, way]) => [name, () => way.run()]);
  const results = await takeTurns(
    { label: `${label}: replay`, rounds, progress },
    { replay: () => replaying(database), ...Object.fromEntries(runs) },
  );
  await assertSame(database, ways);
  await Promise.all(made.map(([, way]) => way.close()));
  const [{ count: events }] = await database.owner.query('select count(*) from events');
  return describeReplays(label, events, results);
}

function describeReplays(label, events, results) {
  const { replay, catchUp, verify } = TARGETS.ratio;
  return [
    { what: 'replay', by: 'sql', atLeast: replay.sql, took: (round) => round.replay.bulk },
    { what: 'replay', by: 'batch', atLeast: replay.batch, took: (round) => round.replay.bulk },
    { what: 'catch-up', by: 'batch', atLeast: catchUp, took: (round) => round.backlog },
    { what: 'verify', by: 'replay', atLeast: verify, took: (round) => round.replay.verify },
  ]
    .filter(({ by }) => by in results[0])
    .map(({ what, by, atLeast, took }) => {
      const perSecond = results.map((round) => ({
        subject: events / took(round),
        baseline: events / (round[by].bulk ?? round[by]),
      }));
      return ratioRow(`${what}, ${label}`, BASELINES[by], compare(perSecond), atLeast);
    });
}

const BASELINES = { sql: 'one SQL statement', batch: 'fold per batch', replay: 'replay' };

/** Seconds of the phases that count: building the tables with their indexes, and verifying them. */
async function replaying(database) {
  const { phases } = JSON.parse((await garbanzo(database, 'replay', '--json')).stdout);
  return { bulk: phases.sort + phases.fold + phases.index, verify: phases.verify };
}

/** All of it was for the same tables, and they are what the log says, or the figures would be worth nothing. */
async function assertSame(database, { sql, batch }) {
  await garbanzo(database, 'verify');
  for (const [name, way] of Object.entries({ sql, batch })) {
    const count = (await way?.differences()) ?? 0;
    if (count > 0) throw new Error(`${count} rows of the baseline ${BASELINES[name]} are other ones`);
  }
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
    const met = isSteady(most, usual);
    rows.push(plainRow(`memory of ${command}`, measured, { target: '300 MB, 1.2x', met }));
  }
  return rows;
}

const isSteady = (most, usual) => most * 1.048_576 < 300 && most <= usual * 1.2;
