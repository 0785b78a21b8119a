import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuOf, cpuOfTree } from './cpu.mjs';
import { watchSessions } from './sessions.mjs';

export const OURS = ['web', 'worker', 'PostgreSQL', 'client'];
/** The machine is all that was not idle, of whomever. */
export const PARTS = [...OURS, 'machine'];

const MS_PER_TICK = 10;

/**
 * Runs something, and answers what it took: the cores that each part had meanwhile, and the processor time of each part
 * for one command (milliseconds). What is folded after the last answer belongs to the costs of a command.
 */
export async function measureCosts(server, { webs = [], workers = [], database }, run) {
  const before = cpuNow(server, { webs, workers });
  const begun = performance.now();
  const { result, waits } = await watchSessions(database.owner, run);
  const ms = performance.now() - begun;
  const meanwhile = cpuNow(server, { webs, workers });
  if (workers.length > 0) await untilLevel(database.owner);
  const afterwards = cpuNow(server, { webs, workers });
  const { perSecond } = result;
  return {
    perSecond,
    waits,
    cores: spent(before, meanwhile, ms),
    each: spent(before, afterwards, (perSecond * ms) / 1_000),
  };
}

function spent(before, now, by) {
  return Object.fromEntries(PARTS.map((part) => [part, (now[part] - before[part]) / by]));
}

function cpuNow(server, { webs, workers }) {
  return {
    web: cpuOfAll(webs),
    worker: cpuOfAll(workers),
    PostgreSQL: cpuOfServer(server),
    client: cpuOf(process.pid),
    machine: cpuOfMachine(),
  };
}

/** One of its processes may end while they are looked at. */
function cpuOfServer(server) {
  try {
    return cpuOfTree(server.pid);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return cpuOfServer(server);
  }
}

const cpuOfAll = (processes) => processes.reduce((total, { pid }) => total + cpuOf(pid), 0);

/** Also of what else runs here, and what the machine's host took. */
function cpuOfMachine() {
  const [, ...ticks] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/);
  const [user, nice, system, , , irq, softirq, steal] = ticks.map(Number);
  return (user + nice + system + irq + softirq + steal) * MS_PER_TICK;
}

async function untilLevel(owner) {
  const behind = `
    select from checkpoints c cross join lateral (
      select position from events e where e.shard = c.shard order by position desc limit 1) head
    where head.position > c.position limit 1`;
  while ((await owner.query(behind)).length > 0) await pause(20);
}
