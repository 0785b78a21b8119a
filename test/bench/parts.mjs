import { compareAppends } from './parts/append.mjs';
import { measureAsOf } from './parts/as-of.mjs';
import { compareHttp } from './parts/http.mjs';
import { measureLive } from './parts/live.mjs';
import { compareWithLongLog } from './parts/long-log.mjs';
import { measureProcesses } from './parts/one-process.mjs';
import { measureOperations } from './parts/operations.mjs';
import { compareFolding } from './parts/replay.mjs';
import { measureReplica } from './parts/replica.mjs';
import { measureStreams } from './parts/streams.mjs';
import { measureVisible } from './parts/visible.mjs';

/**
 * In the order in which they run: what uses the long log comes last, because that is kept until the end.
 *
 * @property seconds that a quick run of it takes, and a full one
 * @property isOnlyInFull left out of a quick run unless it is asked for by its name
 */
export const PARTS = {
  http: { run: compareHttp, seconds: [35, 90] },
  'one-process': { run: measureProcesses, seconds: [30, 75] },
  visible: { run: measureVisible, seconds: [10, 30] },
  streams: { run: measureStreams, seconds: [75, 90], isOnlyInFull: true },
  live: { run: measureLive, seconds: [50, 100] },
  'as-of': { run: measureAsOf, seconds: [10, 20] },
  replica: { run: measureReplica, seconds: [15, 40], isOnlyInFull: true },
  append: { run: compareAppends, seconds: [15, 60], isOnlyInFull: true },
  replay: { run: compareFolding, seconds: [30, 420] },
  'long-log': { run: compareWithLongLog, seconds: [35, 110] },
  operations: { run: measureOperations, seconds: [60, 200], isOnlyInFull: true },
};

/** @param only names with commas between them; all when it is not given @throws Error when there is no such part */
export function chooseParts(only, { quick }) {
  const names = only?.split(',') ?? Object.keys(PARTS).filter((name) => !quick || !PARTS[name].isOnlyInFull);
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  }
  return names;
}

export function secondsOf(names, { quick }) {
  return names.reduce((sum, name) => sum + PARTS[name].seconds[quick ? 0 : 1], 0);
}
