import { createFilled } from '../fill-log.mjs';
import { compareReplays } from '../replay.mjs';

/** A household's log of this many events is more than it writes in years. */
const HOUSEHOLD_EVENTS = 100_000;

/** Many workspaces, whose events are in all shards, and one, whose events are in one. */
export async function compareFolding(bench) {
  const { plan, progress } = bench;
  const { rounds, quick } = plan;
  const options = { rounds, quick, progress };
  const rows = await compareReplays(await bench.longLog(), { label: '100 workspaces', ...options });
  const log = { events: Math.min(plan.events, HOUSEHOLD_EVENTS), workspaces: 1 };
  const household = await createFilled(bench, 'household', log);
  return [...rows, ...(await compareReplays(household, { label: 'a household', ...options }))];
}
