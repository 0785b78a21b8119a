import { readFileSync } from 'node:fs';

/** Whether a process runs. One that has ended and that nobody has asked for its exit code (a zombie) does not. */
export function isAlive(pid: number): boolean {
  return startTimeOf(pid) !== undefined;
}

/**
 * What tells a process from a later one with the same number: when it was started, in ticks since the machine was.
 * Undefined when it does not run. On systems without /proc every running process counts as the same one.
 */
export function startTimeOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  const [state, startTime = 'unknown'] = statusOf(pid);
  return state === 'Z' ? undefined : startTime;
}

/** Its state and its start time: see proc_pid_stat(5). */
function statusOf(pid: number): (string | undefined)[] {
  try {
    // The name of the program, in brackets, may hold anything; the state comes right behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return [fields[0], fields[19]];
  } catch {
    return [];
  }
}
