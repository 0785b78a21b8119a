import type { Output } from '#libs/event-store';
import { UsageError } from './exit-code.js';

/** Writes a backup to the standard output. @throws UsageError if that is a terminal */
export function standardOutput(): Output {
  const { stdout } = process;
  if (stdout.isTTY) {
    throw new UsageError('A backup cannot be shown on a terminal: redirect it with | or >, or name a file.');
  }
  // The callback of `write` below reports errors. Without this listener they would also end the process.
  stdout.on('error', () => undefined);
  return async (pieces) => {
    for await (const piece of pieces) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      stdout.write(piece, (error) => (error ? reject(outputError(error)) : resolve()));
      await promise;
    }
  };
}

/**
 * Without `cause`, because the code of that error (such as EPIPE) would look like a lost database connection.
 */
const outputError = ({ message }: Error) =>
  new Error(`The standard output did not take the whole backup (${message}).`);
