import { fillList } from '../fill-list.mjs';
import { percentile, send } from '../load.mjs';
import { startSystem, untilFolded } from '../systems.mjs';
import { plainRow } from '../table.mjs';
import { TARGETS } from '../targets.mjs';
import { WORKSPACE_PATH } from '../../support/somebody.mjs';

const TODOS = 10_000;

/** How long it takes to show a long list as it was, one page after the other. */
export async function measureAsOf({ server, started, plan, progress }) {
  const database = started(await server.createDatabase('as_of'));
  const { listId, unchangedSince, changedSince } = await fillList(database.owner, TODOS);
  const { web } = await startSystem(database, started);
  await untilFolded(database);
  const rows = [];
  for (const { changed, moment } of [
    { changed: 'none', moment: unchangedSince },
    { changed: 'all', moment: changedSince },
  ]) {
    const label = `asOf, ${TODOS.toLocaleString('en')} to-dos, ${changed} changed since`;
    const times = [];
    for (let page = 1; page <= plan.pages; page += 1) {
      // Another moment each time, so that nothing can be kept.
      const asOf = new Date(moment.getTime() + page * 1_000).toISOString();
      const begun = performance.now();
      await send(`${web.url}${WORKSPACE_PATH}/lists/${listId}?asOf=${asOf}`, {});
      times.push(performance.now() - begun);
      progress(label, page, plan.pages);
    }
    rows.push(describe(label, times));
  }
  return rows;
}

function describe(label, times) {
  const [best, usual, worst] = [0, 0.5, 1].map((share) => percentile(times, share));
  return plainRow(label, `p50 ${usual.toFixed(0)} ms (${best.toFixed(0)}-${worst.toFixed(0)})`, {
    target: `${TARGETS.asOfMs} ms`,
    met: usual <= TARGETS.asOfMs,
  });
}
