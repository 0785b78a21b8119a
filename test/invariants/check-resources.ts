import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#libs/platform';
import type { Running } from '../support/processes.js';

/** What a running system holds, by what it is. */
export type Resources = ReadonlyMap<string, number>;

const A_MINUTE_MS = 60_000;
const LOOK_AGAIN_MS = 500;

/** By how much each may be more than before, for the work that goes on and for what has been warmed up since. */
const MORE = { openFiles: 4, memoryMiB: 64, connections: 2 };

interface System {
  readonly processes: Readonly<Record<string, Running>>;
  readonly database: Database;
}

/** Open files and memory of the processes, and what they hold in the database. */
export async function resourcesOf({ processes, database }: System): Promise<Resources> {
  const own = Object.entries(processes).flatMap(([name, { child }]): [string, number][] => [
    [`open files of ${name}`, readdirSync(`/proc/${child.pid}/fd`).length],
    [`memory of ${name} in MiB`, residentMemory(child.pid)],
  ]);
  const [sessions] = await database.query<Record<string, number>>(`
    select count(*) as connections,
           count(*) filter (where state like 'idle in transaction%'
                              and clock_timestamp() - state_change > interval '5 s') as "forgotten transactions",
           count(*) filter (where clock_timestamp() - xact_start > interval '15 s') as "transactions over 15 s"
    from pg_stat_activity where application_name like 'garbanzo%' and datname = current_database()`);
  const queued = await database.query<{ name: string; state: string; count: number }>(`
    select name, state::text, count(*) from pgboss.job where state < 'completed' group by name, state`);
  const jobs = queued.map(({ name, state, count }): [string, number] => [`${state} jobs of ${name}`, count]);
  return new Map([...own, ...Object.entries(sessions ?? {}), ...jobs]);
}

/**
 * I9: a minute after a fault the system holds no more than before.
 *
 * @returns what it still holds then, in words
 */
export async function checkResources(
  system: System,
  before: Resources,
  withinMs = A_MINUTE_MS,
): Promise<string[]> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const excess = excessOf(before, await resourcesOf(system));
    if (excess.length === 0 || Date.now() > deadline) return excess;
    await pause(LOOK_AGAIN_MS);
  }
}

function excessOf(before: Resources, now: Resources): string[] {
  return [...now]
    .filter(([name, value]) => value > (before.get(name) ?? 0) + slackFor(name))
    .map(([name, value]) => `I9: ${name}: ${value}, and ${before.get(name) ?? 0} before the fault`);
}

function slackFor(name: string): number {
  if (name.startsWith('open files')) return MORE.openFiles;
  else if (name.startsWith('memory')) return MORE.memoryMiB;
  else if (name === 'connections') return MORE.connections;
  else return 0;
}

function residentMemory(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
