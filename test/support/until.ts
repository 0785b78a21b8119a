import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until something is so. How long that may take says nothing about what is tested: it is more than a busy machine
 * needs, so that only what never becomes so fails.
 *
 * @throws Error when it is not so within this many milliseconds
 */
export async function until(isSo: () => Promise<boolean> | boolean, withinMs = 60_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It did not become so within ${withinMs} ms: ${String(isSo)}`);
    await pause(20);
  }
}
