import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PREFIX = 'garbanzo-test-';
const TMPDIR = 'TMPDIR=';

/** What a run is allowed for ending by itself. */
const PATIENCE_MS = 2_000;

/**
 * A folder for everything that a run of the tests writes: it is the TMPDIR of the run and of every process that it
 * starts. That is how the next run finds what a killed one has left.
 */
export function makeRunFolder() {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Ends the processes and removes the folders of runs that were killed. Those of runs that go on are left alone. */
export async function removeLeftovers(parent = tmpdir()) {
  const mark = join(parent, PREFIX);
  const left = processesIn((folder) => folder.startsWith(mark) && isLeft(basename(folder)));
  for (const pid of left) signal(pid, 'SIGINT');
  for (let waited = 0; waited < PATIENCE_MS && left.some(isRunning); waited += 50) await pause(50);
  for (const pid of left) signal(pid, 'SIGKILL');
  for (const name of readdirSync(parent)) {
    if (isLeft(name)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** By their TMPDIR. On a system without /proc none is found: there they have to be ended by hand. */
export function processesIn(isMeant) {
  return pids().filter((pid) => {
    const variable = environmentOf(pid).find((entry) => entry.startsWith(TMPDIR));
    return variable !== undefined && isRunning(pid) && isMeant(variable.slice(TMPDIR.length));
  });
}

function pids() {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Empty for a process of another user. */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Whether this is the name of a folder whose run is gone. */
function isLeft(name) {
  const [, owner] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
  return owner !== undefined && !isRunning(Number(owner));
}

function isRunning(pid) {
  return signal(pid, 0) && !hasEnded(pid);
}

/** Whether it is there only because nobody has asked for its exit code: see proc_pid_stat(5). */
function hasEnded(pid) {
  try {
    return /^.*\) Z /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Answers whether there was such a process. */
function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
