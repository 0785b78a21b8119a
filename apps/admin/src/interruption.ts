/**
 * A signal that the first Ctrl-C aborts with this message, so that the work can stop cleanly, and says so: it may take a while. A second
 * Ctrl-C ends the process at once.
 */
export function interruption(message: string): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      controller.abort(new Error(message));
      // Behind the bar, and the ^C of the terminal.
      console.error(`${process.stderr.isTTY ? '\n' : ''}Stopping. Once more ends it at once.`);
    });
  }
  return controller.signal;
}
