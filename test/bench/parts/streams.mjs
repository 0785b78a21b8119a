import { randomUUID } from 'node:crypto';
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createMany, tokenOf } from '../../support/many-readers.mjs';
import { percentile, postForm } from '../load.mjs';
import { startSystem } from '../systems.mjs';
import { plainRow } from '../table.mjs';
import { TARGETS } from '../targets.mjs';

const STREAMS = 5_000;
/** Of each account; one may not have all of them. */
const EACH = 50;
const WORKSPACES = 20;
/** What came and went is freed until then. */
const SETTLE_MS = 10_000;
/** So many are opened at once. */
const OPENING = 100;
/** How many hear of each change whose time is taken. */
const HEARING = 200;

/** What open pages take of one web process, and how soon they hear of what is appended. */
export async function measureStreams({ server, started, plan, progress }) {
  const database = started(await server.createDatabase('streams'));
  const { web } = await startSystem(database, started);
  const workspaces = await createMany(database.owner, { workspaces: WORKSPACES, readers: STREAMS / EACH });
  await postList(web, workspaces[0]);
  const heard = await measureDelay(database, web, workspaces, { plan, progress });
  await pause(SETTLE_MS);
  const before = web.memory();
  const streams = await openAll(web, workspaces, STREAMS, progress);
  await pause(SETTLE_MS);
  const open = web.memory();
  const cpu = await cpuWhileNothingHappens(web);
  for (const stream of streams) stream.close();
  await pause(SETTLE_MS);
  const limit = TARGETS.streams.memory;
  return [
    plainRow(
      `memory of web with ${STREAMS} open pages`,
      `${open.toFixed(0)} MiB (PSS); before ${before.toFixed(0)}, after ${web.memory().toFixed(0)}; ` +
        `${(((open - before) * 1024) / STREAMS).toFixed(1)} KiB for each; ${cpu.toFixed(1)} % of a processor while nothing happens`,
      { target: `${limit} MiB`, met: open <= limit },
    ),
    delayRow(heard),
  ];
}

function delayRow(times) {
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(times, share));
  const limits = TARGETS.streams.heardMs;
  return plainRow(
    `from the log to ${HEARING} open pages`,
    `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`,
    {
      target: `p50 ${limits.p50}, p99 ${limits.p99} ms`,
      met: p50 <= limits.p50 && p99 <= limits.p99,
    },
  );
}

/** From when a row was written, which is a little before it is committed, until each page has heard of it (milliseconds). */
async function measureDelay({ owner }, web, workspaces, { plan, progress }) {
  const heardAt = new Map();
  const hear = (id) =>
    heardAt.set(id, [...(heardAt.get(id) ?? []), performance.timeOrigin + performance.now()]);
  const streams = await openAll(web, workspaces.slice(0, 1), HEARING, progress, hear);
  for (let sent = 1; sent <= plan.forms; sent += 1) {
    await postList(web, workspaces[0]);
    await pause(50);
    progress('log to open pages', sent, plan.forms);
  }
  await pause(1_000);
  for (const stream of streams) stream.close();
  const written = await owner.query(
    `select command_id as "commandId", extract(epoch from recorded_at) * 1000 as at from events where workspace_id = $1`,
    [workspaces[0]],
  );
  const times = written.flatMap(({ commandId, at }) =>
    (heardAt.get(commandId) ?? []).map((time) => time - at),
  );
  if (times.length < plan.forms * HEARING) throw new Error(`Only ${times.length} were heard`);
  return times;
}

const postList = (web, workspace) =>
  postForm(`${web.url}/w/${workspace}/lists`, { commandId: randomUUID(), name: 'Shopping' });

/** Each hears of one workspace, and looks at a list of it. */
async function openAll(web, workspaces, count, progress, hear = () => undefined) {
  const streams = [];
  const list = randomUUID();
  for (let first = 0; first < count; first += OPENING) {
    const opening = Array.from({ length: Math.min(OPENING, count - first) }, (_, nth) => {
      const workspace = workspaces[(first + nth) % workspaces.length];
      const url = `${web.url}/w/${workspace}/live?list=${(first + nth) % 10 === 0 ? list : randomUUID()}`;
      return openStream(url, tokenOf(Math.floor((first + nth) / EACH)), hear);
    });
    streams.push(...(await Promise.all(opening)));
    progress('open pages', streams.length, count);
  }
  return streams;
}

const agent = new Agent({ keepAlive: false });

/** Answers once it has begun. */
function openStream(url, token, hear) {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie: `garbanzo=${token}` } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      answer.on('error', () => undefined);
      answer.setEncoding('utf8').on('data', (text) => {
        for (const [, commands] of text.matchAll(/"commands":\[(.*?)\]/g))
          for (const [, id] of commands.matchAll(/"(.*?)"/g)) hear(id);
        resolve({ close: () => request.destroy() });
      });
    });
    request.on('error', reject);
  });
}

/** Heartbeats, looks at rights and comparisons with the log. */
async function cpuWhileNothingHappens(web) {
  const [cpu, at] = [web.cpu(), performance.now()];
  await pause(SETTLE_MS);
  return (100 * (web.cpu() - cpu)) / (performance.now() - at);
}
