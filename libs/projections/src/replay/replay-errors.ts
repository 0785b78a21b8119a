import type { Shape } from '#libs/read-model';
import type { Difference } from '../verify/findings.js';

/** There is no older generation to go back to. */
export class NothingKeptError extends Error {
  constructor({ name }: Shape) {
    super(`No older tables of ${name} were kept. Replay with --keep-old to keep some.`);
  }
}

/** The new generation is not what the log says: it was not made live. */
export class NotVerifiedError extends Error {
  constructor(readonly differences: readonly Difference[]) {
    super(`The new generation differs from the log, and was not made live: ${JSON.stringify(differences)}`);
  }
}

/** Somebody has asked for the end of the replay. Nothing that is read has changed. */
export class ReplayCancelledError extends Error {
  constructor() {
    super('The replay was cancelled; nothing has changed.');
  }
}
