import { audit } from '../audit.js';
import type { PeopleStore } from '../people-store.js';
import { BY_COMMAND, changeAccount, done, refused, type Outcome } from './change-account.js';

/** Lets somebody look after the whole installation, beside those who do already. */
export async function makeInstanceOwner(store: PeopleStore, email: string): Promise<Outcome<undefined>> {
  return await changeAccount(store, email, async (manager, account) => {
    if (account.disabledAt !== null) return refused('disabled');
    if (!account.isInstanceOwner) {
      account.isInstanceOwner = true;
      audit(manager, { what: 'instance-owner-made', accountId: account.id, details: BY_COMMAND });
    }
    return done(undefined);
  });
}
