import type { ReadModel } from '#libs/read-model';
import { countEvents } from '../count-events.js';
import { emptyTables, fillSummaries, indexTables } from './index-generation.js';
import { loadGeneration, type Load } from './load-generation.js';
import type { ReplaySettings } from './replay-options.js';

type Filled = Pick<Load, 'projection' | 'generation' | 'heads'>;

/**
 * Folds the log, up to the given heads, into the empty tables of a generation, then creates the indexes and
 * fills the summaries. Indexes come last, because that is much faster than inserting into indexed tables.
 *
 * @returns how many events were folded
 */
export async function fillGeneration(
  readModel: ReadModel,
  filled: Filled,
  options: ReplaySettings,
): Promise<number> {
  let events = await load(readModel, filled, options);
  options.onProgress({ phase: 'index', events: 0, total: 0 });
  if (!(await indexTables(readModel, filled))) {
    // A row does not fit into an index. With the indexes in place, PostgreSQL refuses that row, so its stream
    // can be found and parked.
    await emptyTables(readModel, filled);
    await indexTables(readModel, filled);
    events = await load(readModel, filled, options);
  }
  await fillSummaries(readModel, filled);
  return events;
}

async function load(readModel: ReadModel, filled: Filled, options: ReplaySettings): Promise<number> {
  const { onProgress, ...settings } = options;
  const total = await countEvents(readModel);
  let events = 0;
  const onEvents = (count: number) => {
    events += count;
    onProgress({ phase: 'fold', events, total });
  };
  onProgress({ phase: 'sort', events: 0, total: 0 });
  await loadGeneration(readModel, { ...filled, ...settings, onEvents });
  return events;
}
