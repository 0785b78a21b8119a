// `make bench`: what Garbanzo does, beside the plainest ways to do the same, in one run on one machine.
import { parseArgs } from 'node:util';
import { createFilled } from './fill-log.mjs';
import { closeConnections } from './load.mjs';
import { chooseParts, PARTS, secondsOf } from './parts.mjs';
import { createProgress } from './progress.mjs';
import { inScope } from './scope.mjs';
import { startServer } from './servers.mjs';
import { printTable } from './table.mjs';
import { isWrkInstalled } from './wrk.mjs';

const { values: asked } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, events: { type: 'string' } },
});
const usual = asked.quick
  ? { rounds: 3, ms: 1_000, warmUpMs: 1_000, events: 100_000, starts: 3, forms: 60, pages: 10, changes: 120 }
  : {
      rounds: 5,
      ms: 2_000,
      warmUpMs: 3_000,
      events: 1_000_000,

      starts: 5,
      forms: 300,
      pages: 30,
      changes: 400,
    };
const plan = { ...usual, quick: asked.quick, events: Number(asked.events ?? usual.events) };
const names = chooseParts(asked.only, asked);
const progress = createProgress(secondsOf(names, asked));
const rows = [];

if (!isWrkInstalled)
  console.error('wrk is not installed: the client of this benchmark takes more of the processor.');
try {
  await inScope(async (started) => {
    const bench = { server: started(await startServer()), plan, progress };
    let filled;
    const longLog = () =>
      (filled ??= createFilled({ ...bench, started }, 'long_log', { events: plan.events, workspaces: 100 }));
    for (const name of names) {
      rows.push(...(await inScope((started) => PARTS[name].run({ ...bench, longLog, started }))));
    }
  });
  process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  closeConnections();
  process.stderr.write('\n');
  if (rows.length > 0) printTable(rows);
}
