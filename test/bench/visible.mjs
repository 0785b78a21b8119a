import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile, postForm } from './load.mjs';

/** How long it takes from sending a form until the row it leads to can be read (milliseconds), at 20 forms a second. */
export async function timeToVisible(database, web, list, { count, progress }) {
  const times = [];
  for (let sent = 0; sent < count; sent += 1) {
    const title = randomUUID();
    const begun = performance.now();
    const posted = postForm(`${web.url}${list}/todos`, { commandId: randomUUID(), title });
    await untilVisible(database, list.split('/').at(-1), title);
    const took = performance.now() - begun;
    await posted;
    times.push(took);
    if (sent % 20 === 19) progress('command to visible', sent + 1, count);
    await pause(Math.max(0, 50 - took));
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), worst: Math.max(...times) };
}

/** Looks every millisecond: looking all the time would take the processor from what is measured. */
async function untilVisible(database, listId, title) {
  const look = 'select from todos where list_id = $1 and title = $2 and removed_at is null';
  while ((await database.query(look, [listId, title])).length === 0) await pause(1);
}
