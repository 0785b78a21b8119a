import { createHash } from 'node:crypto';
import { networkOf } from './network-of.js';

/** What can be guessed. Each is counted for itself. */
export type Guessable = 'sign-in' | 'second-factor' | 'reset' | 'set-up' | 'invitation';

/** Of what tries are counted together. */
export interface Tries {
  readonly keyHash: Buffer;
  /** How many nobody has to wait for. */
  readonly free: number;
}

/** More than somebody needs who tries all passwords that they have. */
const FREE = 5;

/** Behind an address there may be a whole house. */
const FREE_OF_NETWORK = 20;

/** Of all who try it on one account. @param account its id, or what was typed: there need not be such an account */
export function triesOnAccount(what: Guessable, account: string): Tries {
  return { keyHash: hashOf(what, 'account', account), free: FREE };
}

/** Of all who try it from one place, on whatever account. */
export function triesFrom(what: Guessable, address: string): Tries {
  return { keyHash: hashOf(what, 'network', networkOf(address)), free: FREE_OF_NETWORK };
}

/** Of one browser on an account that was signed in to from it before. */
export function triesOfBrowser(what: Guessable, account: string, browser: string): Tries {
  return { keyHash: hashOf(what, 'browser', account, browser), free: FREE };
}

function hashOf(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
