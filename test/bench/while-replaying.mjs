import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { garbanzo } from './command-line.mjs';
import { percentile, postForm, send } from './load.mjs';
import { plainRow } from './table.mjs';

/** Requests are sent at this rate, whatever becomes of them: half of them read a list, half add to one. */
const EVERY_MS = 10;

/** What a household notices of a replay: how long requests take meanwhile, beside what they take usually. */
export async function compareRequests({ database, web, lists }, { usualMs, progress }) {
  const visit = visiting(web, lists);
  await sendUntil(pause(usualMs / 4), visit);
  const rows = [];
  for (const [what, ...options] of [['replay'], ['replay --gentle', '--gentle']]) {
    progress(`requests during ${what}`, 0, 1);
    const usual = await sendUntil(pause(usualMs), visit);
    const during = await sendUntil(garbanzo(database, 'replay', ...options), visit);
    const isGentle = options.length > 0;
    rows.push(
      plainRow(`requests during ${what}`, `${describe(during)}; usually ${describe(usual)}`, {
        target: isGentle ? 'p99 at most 3x, none failed' : 'none failed',
        met: during.failed === 0 && (!isGentle || during.p99 <= usual.p99 * 3),
      }),
    );
  }
  return rows;
}

function visiting(web, lists) {
  let turn = 0;
  return () => {
    turn += 1;
    if (turn % 2 === 0) return send(web.url + lists.read, {});
    const fields = { commandId: randomUUID(), title: 'Buy milk and bread' };
    return postForm(`${web.url}${lists.written}/todos`, fields);
  };
}

async function sendUntil(ended, visit) {
  let isOver = false;
  const over = ended.finally(() => (isOver = true));
  let failed = 0;
  const times = [];
  const visits = [];
  for (let next = performance.now(); !isOver; next += EVERY_MS) {
    await pause(Math.max(0, next - performance.now()));
    const begun = performance.now();
    visits.push(
      visit().then(
        () => times.push(performance.now() - begun),
        () => (failed += 1),
      ),
    );
  }
  await Promise.all([over, ...visits]);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), failed };
}

const describe = ({ p50, p99, failed }) =>
  `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${failed} failed`;
