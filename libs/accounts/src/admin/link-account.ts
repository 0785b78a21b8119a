import { audit } from '../audit.js';
import { createAccountLink } from '../create-account-link.js';
import type { PeopleStore } from '../people-store.js';
import { BY_COMMAND, changeAccount, done, refused, type Outcome } from './change-account.js';

export interface Linked {
  readonly token: string;
}

/** Makes a link with which somebody sets their password. */
export async function linkAccount(store: PeopleStore, email: string): Promise<Outcome<Linked>> {
  return await changeAccount(store, email, async (manager, { id: accountId, disabledAt }) => {
    if (disabledAt !== null) return refused('disabled');
    const token = await createAccountLink(manager, { accountId, purpose: 'reset' });
    audit(manager, { what: 'account-link-created', accountId, details: BY_COMMAND });
    return done({ token });
  });
}
