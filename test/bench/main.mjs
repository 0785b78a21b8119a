// `make bench`: what Garbanzo does, beside the plainest way to do the same, in one run on one machine.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { appending, createBareTable, inserting } from './append.mjs';
import { measureBackups } from './backups.mjs';
import { fillLog } from './fill-log.mjs';
import { adding, createList, reading } from './http.mjs';
import { closeConnections } from './load.mjs';
import { createProgress } from './progress.mjs';
import { compareMemory, compareReplays } from './replay.mjs';
import { alternate } from './rounds.mjs';
import { startProcess, startServer } from './servers.mjs';
import { plainRow, printTable, ratioRow } from './table.mjs';
import { timeToVisible } from './visible.mjs';
import { compareRequests } from './while-replaying.mjs';

const { values: asked } = parseArgs({
  options: { quick: { type: 'boolean' }, replay: { type: 'boolean' }, events: { type: 'string' } },
});
// Quickly: what takes long by its nature (a household's log, memory, backups, requests during a replay) is left out.
const plan = asked.quick
  ? { rounds: 3, ms: 400, events: 100_000, replays: 1, forms: 60, seconds: 60, all: false }
  : { rounds: 5, ms: 1_500, events: 1_000_000, replays: 3, forms: 300, seconds: 590, all: true };
const events = Number(asked.events ?? plan.events);

const progress = createProgress(plan.seconds);
const rows = [];
const toStop = [];

/** Whatever is started is stopped, last first, however the run ends. */
const started = (thing) => {
  toStop.unshift(thing);
  return thing;
};

async function compare(label, subject, baseline) {
  return alternate(
    { label, rounds: plan.rounds, progress },
    () => subject(plan.ms),
    () => baseline(plan.ms),
  );
}

async function compareAppends(database) {
  await createBareTable(database);
  for (const workspaces of [1, 64]) {
    const label = `append, ${workspaces === 1 ? 'one workspace' : '64 workspaces'}`;
    const log = await appending(database, workspaces);
    const bare = await bestInsert(database, workspaces);
    const result = await compare(label, log.run, bare.run);
    rows.push(ratioRow(label, `bare INSERT, ${bare.connections} connections`, result, 2));
    await Promise.all([log.close(), bare.close()]);
  }
}

/** The number of connections with which the baseline is at its best. */
async function bestInsert(database, workspaces) {
  let best;
  for (const connections of [8, 16, 32]) {
    const candidate = { connections, ...inserting(database, workspaces, connections) };
    const { perSecond } = await candidate.run(plan.ms);
    if (best === undefined || perSecond > best.perSecond) {
      await best?.close();
      best = { ...candidate, perSecond };
    } else await candidate.close();
  }
  return best;
}

async function startSystem(database) {
  // The worker first: it builds the tables, and web would do nothing but be asked whether they are there.
  const worker = started(await startProcess('dist/bundle/worker.js', database.url));
  const web = started(await startProcess('dist/bundle/web.js', database.url));
  // What making the tables has left behind is freed.
  await pause(3_000);
  const idle = { web: web.memory(), worker: worker.memory() };
  const lists = { read: await createList(web, 50), written: await createList(web, 0) };
  return { database, web, worker, idle, lists };
}

async function compareHttp({ database, web, lists }) {
  const plain = started(await startProcess('test/bench/baseline-server.mjs', database.url));
  const posts = await compareWarm('POST', adding(web, lists.written), adding(plain, lists.written));
  rows.push(ratioRow('POST add to-do', 'plain Fastify', posts, 1));
  const gets = await compareWarm('GET', reading(web, lists.read), reading(plain, lists.read));
  rows.push(ratioRow('GET list of 50', 'plain Fastify', gets, 0.8));
}

/** A server that has just been started is slow, the more so the more code it has; it is not what people meet. */
async function compareWarm(label, subject, baseline) {
  for (const warmUp of [subject, baseline]) await warmUp(plan.ms * 2);
  return compare(label, subject, baseline);
}

async function measureVisible({ database, web }) {
  // After the load before: what it left behind is folded, and most of it vacuumed.
  await pause(plan.ms * 4);
  // A list of its own: looking for a title in one of 100,000 to-dos would be what is measured.
  const list = await createList(web, 0);
  const { p50, p99, worst } = await timeToVisible(database.owner, web, list, {
    count: plan.forms,
    progress,
  });
  const measured = `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`;
  rows.push(plainRow('command to visible', measured, 'p50 10, p99 40 ms', p50 <= 10 && p99 <= 40));
}

async function createFilled(server, name, log) {
  const database = started(await server.createDatabase(name));
  progress(`filling ${name}`, 0, 1);
  await fillLog(database.owner, log);
  return database;
}

async function compareFolding(server, long) {
  const options = { rounds: plan.replays, progress };
  rows.push(...(await compareReplays(long, { label: '100 workspaces', ...options })));
  if (!plan.all) return;
  // One workspace is one shard: a tenth of the log is more than a household writes in years.
  const household = await createFilled(server, 'household', { events: events / 10, workspaces: 1 });
  rows.push(...(await compareReplays(household, { label: 'a household', ...options })));
  const short = await createFilled(server, 'short_log', { events: events / 10, workspaces: 100 });
  progress('memory', 0, 1);
  rows.push(...(await compareMemory(long, short)));
  progress('backup and restore', 0, 1);
  rows.push(...(await measureBackups(short, started(await server.createDatabase('restored')))));
}

/** The same with a long log, beside the empty one. */
async function compareWithLongLog(fresh, full) {
  const log = `${events.toLocaleString('en')} events`;
  const [long, short] = [await appending(full.database, 1), await appending(fresh.database, 1)];
  const append = await compare('append, long log', long.run, short.run);
  rows.push(ratioRow(`append, ${log}`, 'empty log', append, 0.85));
  await Promise.all([long.close(), short.close()]);
  for (const { name, work, list } of [
    { name: 'POST', work: adding, list: 'written' },
    { name: 'GET', work: reading, list: 'read' },
  ]) {
    const result = await compareWarm(
      `${name}, long log`,
      work(full.web, full.lists[list]),
      work(fresh.web, fresh.lists[list]),
    );
    rows.push(ratioRow(`${name}, ${log}`, 'empty log', result, 0.85));
  }
}

async function compareServing(server, long) {
  const database = started(await server.createDatabase('fresh'));
  await compareAppends(await started(await server.createDatabase('appends')));
  const fresh = await startSystem(database);
  await compareHttp(fresh);
  await measureVisible(fresh);
  const full = await startSystem(long);
  await compareWithLongLog(fresh, full);
  if (plan.all) rows.push(...(await compareRequests(full, { usualMs: plan.ms * 4, progress })));
  reportProcesses(fresh);
}

function reportProcesses({ web, worker, idle }) {
  const after = { web: web.memory(), worker: worker.memory() };
  const cpu = { web: web.readyAfterCpuMs, worker: worker.readyAfterCpuMs };
  rows.push(memoryRow('memory, idle', idle, 150), memoryRow('memory, after load', after, 250));
  const measured = `web ${cpu.web} ms, worker ${cpu.worker} ms of CPU`;
  rows.push(plainRow('start to ready', measured, '1,000 ms each', Math.max(cpu.web, cpu.worker) <= 1_000));
}

/** @param atMost of both together, MiB */
function memoryRow(what, { web, worker }, atMost) {
  const measured = `web ${web.toFixed(0)}, worker ${worker.toFixed(0)} MiB (PSS)`;
  return plainRow(what, measured, `together ${atMost} MiB`, web + worker <= atMost);
}

try {
  const server = started(await startServer());
  const long = await createFilled(server, 'long_log', { events, workspaces: 100 });
  await compareFolding(server, long);
  if (!asked.replay) await compareServing(server, long);
  process.stderr.write('\n');
  printTable(rows);
  process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
  if (rows.length > 0) printTable(rows);
} finally {
  closeConnections();
  for (const thing of toStop) await (thing.stop ?? thing.close)();
}
