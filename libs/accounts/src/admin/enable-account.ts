import { auditInWorkspaces } from '../audit-in-workspaces.js';
import type { PeopleStore } from '../people-store.js';
import { BY_COMMAND, changeAccount, done, type Outcome } from './change-account.js';

/** Lets somebody in again who was disabled. */
export async function enableAccount(store: PeopleStore, email: string): Promise<Outcome<undefined>> {
  return await changeAccount(store, email, async (manager, account) => {
    if (account.disabledAt !== null) {
      account.disabledAt = null;
      await auditInWorkspaces(manager, {
        what: 'account-enabled',
        accountId: account.id,
        details: BY_COMMAND,
      });
    }
    return done(undefined);
  });
}
