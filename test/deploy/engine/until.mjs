import { setTimeout as pause } from 'node:timers/promises';

/**
 * Resolves once work() does not throw. When time is up, or the process that it waits for has ended, what was thrown last is
 * thrown.
 */
export async function until(work, withinMs = 60_000, child = { exitCode: null }) {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (child.exitCode !== null || Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}
