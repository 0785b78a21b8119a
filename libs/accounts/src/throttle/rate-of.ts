import { normalized } from '../find-by-email.js';
import { keyHashOf } from './key-hash.js';
import { networkOf } from './network-of.js';

const [MINUTE, HOUR] = [60, 60 * 60];

/** How often something may be done, of which nothing is guessed but for which others pay. */
export interface Rate {
  readonly keyHash: Buffer;
  /** At least 2. */
  readonly free: number;
  /** After how many seconds the count begins anew. */
  readonly seconds: number;
}

type Limit = Pick<Rate, 'free' | 'seconds'>;

/** Of all who come from one place: a whole house may, or everybody, where TRUST_PROXY does not name the proxy in front. */
const OF_NETWORK = {
  /** A mail, and a place in the queue of mails. */
  'forgotten-password': { free: 30, seconds: HOUR },
  /** Reckoning a hash takes 80 ms of a processor, and an account and a workspace stay. */
  'sign-up': { free: 50, seconds: HOUR },
  /** A row that stays for a quarter of an hour, as may a line in the audit trail. */
  'passkey-challenge': { free: 60, seconds: MINUTE },
  /** A row that stays for ten minutes. */
  'identity-flow': { free: 60, seconds: MINUTE },
} as const satisfies Readonly<Record<string, Limit>>;

/** Of one account: mails that it has sent to whatever address. */
const OF_ACCOUNT = {
  'email-change': { free: 10, seconds: HOUR },
  invitation: { free: 30, seconds: HOUR },
} as const satisfies Readonly<Record<string, Limit>>;

/** To one mailbox, whoever has them sent: twenty a day of each kind at most. */
const TO_MAILBOX: Limit = { free: 5, seconds: 6 * HOUR };

export function rateFrom(what: keyof typeof OF_NETWORK, address: string): Rate {
  return { keyHash: keyHashOf(what, 'network', networkOf(address)), ...OF_NETWORK[what] };
}

/** Of the mails that somebody has sent, and of those that an address is sent; each kind is counted for itself. */
export function ratesOfMail(
  what: keyof typeof OF_ACCOUNT,
  { accountId, to }: { readonly accountId: string; readonly to: string },
): readonly Rate[] {
  return [
    { keyHash: keyHashOf(what, 'account', accountId), ...OF_ACCOUNT[what] },
    { keyHash: keyHashOf(what, 'mailbox', mailboxOf(to)), ...TO_MAILBOX },
  ];
}

/** What is behind a plus sign leads to the same mailbox at most providers. */
function mailboxOf(email: string): string {
  return normalized(email).replace(/\+.*(?=@)/, '');
}
