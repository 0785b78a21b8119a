import type { InferEntity } from '@mikro-orm/core';
import type { accounts } from './entities/account.js';

/** Whom a mail about an account is for. The address is as the account has it: what somebody has typed may only look the same. */
export type Holder = Pick<InferEntity<typeof accounts>, 'email' | 'language' | 'timeZone'>;

/** What a mail needs to know of an account. */
export function holderOf({ email, language, timeZone }: Holder): Holder {
  return { email, language, timeZone };
}
