import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: when it was started, in ticks since the machine was.
 * Undefined when there is no such process. On systems without /proc every living process counts as the same one.
 */
export function startTimeOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  try {
    // The name of the program, in brackets, may hold anything; behind it, the time is the 20th field.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return fields?.[19];
  } catch {
    return 'unknown';
  }
}
