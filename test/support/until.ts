import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so; fails when it is not within this many milliseconds. */
export async function until(isSo: () => Promise<boolean> | boolean, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It did not become so within ${withinMs} ms: ${String(isSo)}`);
    await pause(20);
  }
}
