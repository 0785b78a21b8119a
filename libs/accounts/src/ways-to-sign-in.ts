import type { EntityManager } from '@mikro-orm/postgresql';
import { accounts } from './entities/account.js';
import { identities } from './entities/identity.js';
import { passkeys } from './entities/passkey.js';

/** In how many ways somebody can sign in: none of them is taken away when it is the last. */
export async function waysToSignIn(manager: EntityManager, accountId: string): Promise<number> {
  const ways = await Promise.all([
    manager.count(accounts, { id: accountId, passwordHash: { $ne: null } }),
    manager.count(identities, { accountId }),
    manager.count(passkeys, { accountId }),
  ]);
  return ways.reduce((sum, way) => sum + way, 0);
}
