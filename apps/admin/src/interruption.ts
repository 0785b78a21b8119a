/** Aborted by Ctrl-C, with these words: so that what was begun can be ended in order. A second Ctrl-C ends at once. */
export function interruption(words: string): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new Error(words)));
  }
  return controller.signal;
}
