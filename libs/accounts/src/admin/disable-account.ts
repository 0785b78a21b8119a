import type { EntityManager } from '@mikro-orm/postgresql';
import { auditInWorkspaces } from '../audit-in-workspaces.js';
import { accountLinks } from '../entities/account-link.js';
import { sessions } from '../entities/session.js';
import { withdrawInvitations } from '../invitations/withdraw-invitations.js';
import type { PeopleStore } from '../people-store.js';
import { BY_COMMAND, changeAccount, done, refused, type Outcome } from './change-account.js';

export interface Disabled {
  /** How many sessions it had. */
  readonly ended: number;
}

/** Lets somebody in no more, from this moment on: ends their sessions, and takes back their links and invitations. */
export async function disableAccount(store: PeopleStore, email: string): Promise<Outcome<Disabled>> {
  return await changeAccount(store, email, async (manager, account) => {
    const { id: accountId } = account;
    if (await isLastOwner(manager, accountId)) return refused('last-owner');
    const ended = await manager.nativeDelete(sessions, { accountId });
    await manager.nativeDelete(accountLinks, { accountId });
    await withdrawInvitations(manager, { inviterId: accountId }, { details: BY_COMMAND });
    if (account.disabledAt === null) {
      account.disabledAt = new Date();
      await auditInWorkspaces(manager, { what: 'account-disabled', accountId, details: BY_COMMAND });
    }
    return done({ ended });
  });
}

/** Without an owner nobody looks after the installation. Two commands at once must not disable the last two. */
async function isLastOwner(manager: EntityManager, accountId: string): Promise<boolean> {
  const owners = await manager.execute<{ id: string }[]>(
    'select id from accounts where is_instance_owner and disabled_at is null order by id for update',
  );
  return owners.length === 1 && owners[0]?.id === accountId;
}
