import { setTimeout as pause } from 'node:timers/promises';
import { startBrowser } from '../browsers.mjs';
import { createList } from '../http.mjs';
import { percentile } from '../load.mjs';
import { openOtherPages } from '../other-pages.mjs';
import { startSystem } from '../systems.mjs';
import { plainRow } from '../table.mjs';
import { TARGETS } from '../targets.mjs';

const OTHERS = 200;

/** Milliseconds: a page asks for another one at most 10 times a second. */
const BETWEEN = 150;

/**
 * How long it takes from what somebody does in one browser being in the log until another browser has painted it, while others
 * have streams open. The clock of PostgreSQL says when an event was written, a moment before it was committed.
 */
export async function measureLive({ server, started, plan, progress }) {
  const database = started(await server.createDatabase('live'));
  const { web } = await startSystem(database, started);
  const list = await createList(web, 20);
  const browser = started(await startBrowser());
  const [one, other] = [await browser.open(web.url + list), await browser.open(web.url + list)];
  const painted = await watchPaints(other);
  const streams = started(await openOtherPages(database, web, { list, count: OTHERS }));
  await change(one, painted, 10, () => undefined);
  const before = await latest(database);
  const times = await change(one, painted, plan.changes, (done) =>
    progress('live pages', done, plan.changes),
  );
  const written = await writtenAfter(database, before);
  const took = times.map((time, index) => time - written[index]);
  if (written.length !== times.length) throw new Error('Something else was written meanwhile');
  const missing = streams.heard().filter((heard) => heard < times.length).length;
  const [p50, p99, worst] = [percentile(took, 0.5), percentile(took, 0.99), Math.max(...took)];
  const limits = TARGETS.liveMs;
  return [
    plainRow(
      `commit to paint elsewhere, ${times.length} changes`,
      `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`,
      {
        baseline: `${OTHERS} other streams, ${missing} of them missed something`,
        target: `p50 ${limits.p50}, p99 ${limits.p99} ms`,
        met: p50 <= limits.p50 && p99 <= limits.p99 && missing === 0,
      },
    ),
  ];
}

/** By turns adds a to-do and throws it away. Answers when the other browser had painted each change. */
async function change(page, painted, count, progress) {
  const times = [];
  while (times.length < count) {
    for (const act of [add, removeLast]) {
      const next = painted();
      await act(page, times.length);
      times.push(await next);
      progress(times.length);
      await pause(BETWEEN);
    }
  }
  return times;
}

async function add(page, n) {
  await page.locator('#add').fill(`Change ${n}`);
  await page.locator('#add').press('Enter');
}

const removeLast = (page) => page.locator('#todos > li.todo:last-of-type .remove').click();

/** Answers a function that waits for the next time when another number of rows has been painted (milliseconds since 1970). */
async function watchPaints(page) {
  let paint;
  await page.exposeFunction('painted', (time) => paint(time));
  await page.evaluate(`{
    let rows = document.querySelectorAll('#todos > li.todo').length;
    new MutationObserver(() => {
      const now = document.querySelectorAll('#todos > li.todo').length;
      if (now === rows) return;
      rows = now;
      // The task behind a frame comes when that has been painted.
      requestAnimationFrame(() => setTimeout(() => painted(performance.timeOrigin + performance.now())));
    }).observe(document.getElementById('main'), { childList: true, subtree: true });
  }`);
  return () => new Promise((resolve) => (paint = resolve));
}

async function latest({ owner }) {
  const [{ position }] = await owner.query('select coalesce(max(position), 0) as position from events');
  return position;
}

/** In milliseconds since 1970, in the order of the log. */
async function writtenAfter({ owner }, position) {
  const rows = await owner.query(
    'select extract(epoch from recorded_at)::float8 * 1000 as time from events where position > $1 order by position',
    [position],
  );
  return rows.map(({ time }) => time);
}
