import type { Shape } from '#libs/read-model';
import type { Difference } from '../verify/findings.js';

/** No generation was kept that could be made live again. */
export class NothingKeptError extends Error {
  constructor({ name }: Shape) {
    super(`No older tables of ${name} were kept. Replay with --keep-old to keep some.`);
  }
}

/** The rows of the new generation differ from what the log says, so it was not made live. */
export class NotVerifiedError extends Error {
  constructor(readonly differences: readonly Difference[]) {
    super(`The new generation differs from the log, and was not made live: ${JSON.stringify(differences)}`);
  }
}

/** Somebody has cancelled the replay. The live tables have not changed. */
export class ReplayCancelledError extends Error {
  constructor() {
    super('The replay was cancelled; nothing has changed.');
  }
}
