import { setTimeout as pause } from 'node:timers/promises';
import { startProcess } from './processes.mjs';

/** A worker and web. The worker first: it builds the tables, and web would do nothing but be asked whether they are there. */
export async function startSystem(database, started, options = {}) {
  const worker = started(await startProcess('dist/bundle/worker.js', database.url));
  const web = started(await startProcess('dist/bundle/web.js', database.url, options));
  return { database, web, worker };
}

const BEHIND = `
  select from checkpoints c join lateral
    (select max(position) as position from events where shard = c.shard) head on head.position > c.position limit 1`;

/** Until the worker has folded all that is in the log: it shall not take the processor from what is measured next. */
export async function untilFolded({ owner }) {
  while ((await owner.query(BEHIND)).length > 0) await pause(50);
}
