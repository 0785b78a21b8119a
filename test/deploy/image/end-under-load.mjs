import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { visit } from '../engine/visits.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { until } from '../engine/until.mjs';

const loader = fileURLToPath(new URL('../engine/load.mjs', import.meta.url));

/**
 * Ends web while people add to-dos without a pause.
 *
 * @throws Error unless what was saved is in the log once, and what was not is not: nobody is left without an answer whose
 *   to-do was saved, and nobody was told a thing that is not so
 */
export async function endUnderLoad(engine, start) {
  const [web, worker] = await Promise.all([start(['web']), start(['worker'])]);
  await worker.ready(5001);
  const list = await visit(engine, 'add', await web.ready(5000), 'Before the load');
  const load = startLoad(engine, list);
  await until(() => {
    if (!load.said.includes('going')) throw new Error(`There is no load: ${load.said}`);
  });
  await web.mustStop(0);
  await load.ended;
  const { saved, refused, cut } = JSON.parse(load.said.slice(load.said.indexOf('{')));
  console.log(`  ${saved.length} saved, ${refused.length} refused, ${cut.length} cut off`);
  const times = await timesInLog(worker);
  mustBe(1, 'saved', saved, times);
  mustBe(0, 'refused', refused, times);
  mustBe(0, 'left without an answer', cut, times);
  await mustRefuse('a to-do that is lost', /load-lost/, async () => mustBe(1, 'saved', ['load-lost'], times));
}

function startLoad(engine, list) {
  const [program, args, options] = engine.inside('node', [loader, list]);
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const load = { said: '', ended: once(child, 'close') };
  child.stdout.setEncoding('utf8').on('data', (text) => (load.said += text));
  return load;
}

/** How often each to-do was added, by its title: from a backup, which is the whole log. */
async function timesInLog(container) {
  const backup = 'set -o pipefail; garbanzo admin backup - | gunzip';
  const events = await container.exec('bash', '-c', backup);
  const times = new Map();
  for (const [title] of events.matchAll(/load-\d+-of-it/g)) {
    times.set(title, (times.get(title) ?? 0) + 1);
  }
  return times;
}

function mustBe(expected, what, titles, times) {
  const wrong = titles.filter((title) => (times.get(title) ?? 0) !== expected);
  if (wrong.length > 0) {
    const found = wrong.slice(0, 10).map((title) => `${title} ${times.get(title) ?? 0} times`);
    throw new Error(`${wrong.length} that were ${what} are in the log otherwise: ${found.join(', ')}`);
  }
}
