import { createList } from '../http.mjs';
import { startSystem } from '../systems.mjs';
import { plainRow } from '../table.mjs';
import { TARGETS } from '../targets.mjs';
import { timeToVisible } from '../visible.mjs';

/** How long it takes from sending a form until its row can be read, while nothing else happens. */
export async function measureVisible({ server, started, plan, progress }) {
  const database = started(await server.createDatabase('visible'));
  const { web } = await startSystem(database, started);
  const warmUp = await createList(web, 100);
  await timeToVisible(database.owner, web, warmUp, { count: 20, progress });
  const list = await createList(web, 0);
  const times = await timeToVisible(database.owner, web, list, { count: plan.forms, progress });
  const { p50, p99, worst } = times;
  const limits = TARGETS.visibleMs;
  return [
    plainRow(
      'command to visible',
      `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`,
      {
        target: `p50 ${limits.p50}, p99 ${limits.p99} ms`,
        met: p50 <= limits.p50 && p99 <= limits.p99,
      },
    ),
  ];
}
