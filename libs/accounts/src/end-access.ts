import type { EntityManager } from '@mikro-orm/postgresql';
import { apiTokens } from './entities/api-token.js';
import { identityFlows } from './entities/identity-flow.js';
import { identities, identityOffers } from './entities/identity.js';
import { knownBrowsers } from './entities/known-browser.js';
import { passkeys } from './entities/passkey.js';
import { pendingSignIns } from './entities/pending-sign-in.js';
import { sessions } from './entities/session.js';
import { withdrawInvitations } from './invitations/withdraw-invitations.js';
import { useUpLinks } from './links.js';

/** How much of each there was. */
export interface EndedAccess {
  readonly sessions: number;
  readonly tokens: number;
  readonly passkeys: number;
  readonly connections: number;
  readonly invitations: number;
}

/**
 * Ends every way into an account but its password, and the links by which its owner let others in: who had access before has none. A
 * second factor stays: it lets nobody in, and who reads somebody's mail must not get round it.
 *
 * Sessions come last: a sign-in that is under way holds the row that it signs in with, and its session is there when this goes on.
 *
 * @param manager of a transaction that has locked the account, so that nothing is made behind its back (`requireSession`)
 */
export async function endAccess(
  manager: EntityManager,
  accountId: string,
  address: string,
): Promise<EndedAccess> {
  await manager.nativeDelete(pendingSignIns, { accountId });
  await manager.nativeDelete(identityFlows, { accountId });
  await manager.nativeDelete(identityOffers, { accountId });
  await manager.nativeDelete(knownBrowsers, { accountId });
  await useUpLinks(manager, accountId);
  return {
    invitations: await withdrawInvitations(manager, { inviterId: accountId }, { address }),
    tokens: await manager.nativeDelete(apiTokens, { accountId }),
    passkeys: await manager.nativeDelete(passkeys, { accountId }),
    connections: await manager.nativeDelete(identities, { accountId }),
    sessions: await manager.nativeDelete(sessions, { accountId }),
  };
}
