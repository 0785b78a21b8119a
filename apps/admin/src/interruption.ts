/**
 * A signal that the first Ctrl-C aborts with this message, so that the work can stop cleanly. A second Ctrl-C
 * ends the process at once.
 */
export function interruption(message: string): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new Error(message)));
  }
  return controller.signal;
}
