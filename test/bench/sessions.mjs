import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

const LOOK = `
  select coalesce(wait_event_type || ' ' || wait_event, 'none') as wait, count(*)::int as count
  from pg_stat_activity
  where datname = current_database() and state = 'active' and pid <> pg_backend_pid()
  group by 1`;

/** What the sessions that are at work wait for while something runs: for each wait, how many do on average. */
export async function watchSessions(owner, run) {
  const waits = new Map();
  let looks = 0;
  let isOver = false;
  const watching = (async () => {
    for (; !isOver; looks += 1) {
      for (const { wait, count } of await owner.query(LOOK)) waits.set(wait, (waits.get(wait) ?? 0) + count);
      await pause(LOOK_EVERY_MS);
    }
  })();
  const result = await run().finally(() => (isOver = true));
  await watching;
  return { result, waits: new Map([...waits].map(([wait, count]) => [wait, count / looks])) };
}

/** The most frequent ones in words, of several runs. */
export function namedWaits(runs) {
  const names = new Set(runs.flatMap((waits) => [...waits.keys()]));
  const means = [...names].map((name) => [
    name,
    runs.reduce((sum, waits) => sum + (waits.get(name) ?? 0), 0) / runs.length,
  ]);
  return means
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([name, mean]) => `${name} ${mean.toFixed(1)}`)
    .join(', ');
}
