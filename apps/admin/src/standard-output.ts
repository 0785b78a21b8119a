import type { Output } from '#libs/event-store';
import { UsageError } from './exit-code.js';

/** @throws UsageError when it is a terminal */
export function standardOutput(): Output {
  const { stdout } = process;
  if (stdout.isTTY) {
    throw new UsageError('A backup is nothing for a terminal: send it on with | or >, or name a file.');
  }
  // Whoever writes hears of it.
  stdout.on('error', () => undefined);
  return async (pieces) => {
    for await (const piece of pieces) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      stdout.write(piece, (error) => (error ? reject(inWords(error)) : resolve()));
      await promise;
    }
  };
}

/** Without its cause, which looks like a connection to the database that is gone. */
const inWords = ({ message }: Error) =>
  new Error(`The standard output did not take the whole backup (${message}).`);
