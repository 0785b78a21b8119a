import type { SessionOf } from '../sessions.js';
import { keyHashOf } from './key-hash.js';
import { networkOf } from './network-of.js';

/** What can be guessed. Each is counted for itself. */
export type Guessable = 'sign-in' | 'password' | 'set-up';

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

/** Whoever has found one of somebody's sessions needs hours for that, in which its owner waits for nothing. */
const FREE_OF_SESSIONS = 20;

/** Of all who try it on one account. @param account its id, or what was typed: there need not be such an account */
export function triesOnAccount(what: Guessable, account: string): Tries {
  return { keyHash: keyHashOf(what, 'account', account), free: FREE };
}

/** Of all who try it from one place, on whatever account. */
export function triesFrom(what: Guessable, address: string): Tries {
  return { keyHash: keyHashOf(what, 'network', networkOf(address)), free: FREE_OF_NETWORK };
}

/** Of one browser on an account that was signed in to from it before. */
export function triesOfBrowser(what: Guessable, account: string, browser: string): Tries {
  return { keyHash: keyHashOf(what, 'browser', account, browser), free: FREE };
}

/** Of who is signed in, on their own account. */
export function triesOfSession(what: Guessable, { accountId, sessionId }: SessionOf): readonly Tries[] {
  return [
    { keyHash: keyHashOf(what, 'session', sessionId), free: FREE },
    { keyHash: keyHashOf(what, 'sessions', accountId), free: FREE_OF_SESSIONS },
  ];
}
