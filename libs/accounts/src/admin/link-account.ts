import { audit } from '../audit.js';
import { createAccountLink } from '../create-account-link.js';
import type { PeopleStore } from '../people-store.js';
import { removeSecondFactor } from '../second-factor/remove-second-factor.js';
import { BY_COMMAND, changeAccount, done, refused, type Outcome } from './change-account.js';

export interface Linked {
  readonly token: string;
}

interface Options {
  /** For who has lost both the app with the codes and the recovery codes, or whose account somebody else has made. */
  readonly withoutSecondFactor?: boolean;
}

/** Makes a link with which somebody sets their password. */
export async function linkAccount(
  store: PeopleStore,
  email: string,
  { withoutSecondFactor = false }: Options = {},
): Promise<Outcome<Linked>> {
  return await changeAccount(store, email, async (manager, { id: accountId, disabledAt }) => {
    if (disabledAt !== null) return refused('disabled');
    if (withoutSecondFactor) await removeSecondFactor(manager, { accountId, details: BY_COMMAND });
    const token = await createAccountLink(manager, { accountId, purpose: 'reset' });
    audit(manager, { what: 'account-link-created', accountId, details: BY_COMMAND });
    return done({ token });
  });
}
