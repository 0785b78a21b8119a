import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { audit, type Happened } from './audit.js';
import { createOwnWorkspace } from './create-workspace.js';
import { accounts } from './entities/account.js';
import { memberships } from './entities/membership.js';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
  readonly timeZone: string;
  readonly isInstanceOwner: boolean;
  /** The workspace that is theirs from the beginning. */
  readonly workspaceId: string;
}

/** Makes an account with a workspace of its own, and answers its id. */
export function createAccount(
  manager: EntityManager,
  { workspaceId, ...account }: NewAccount,
  details: Happened['details'] = {},
): string {
  const accountId = uuidv7();
  manager.create(accounts, {
    ...account,
    id: accountId,
    language: 'browser',
    firstDay: 1,
    theme: 'system',
    letterKeys: true,
    showsPresence: true,
    disabledAt: null,
  });
  manager.create(memberships, { accountId, workspaceId, role: 'owner' });
  audit(manager, { what: 'account-created', accountId, workspaceId, details });
  return accountId;
}

type WithWorkspace = Omit<NewAccount, 'workspaceId' | 'isInstanceOwner'>;

/** The same with a new workspace. */
export async function createAccountWithWorkspace(manager: EntityManager, account: WithWorkspace) {
  const workspaceId = await createOwnWorkspace(manager, account.name);
  const accountId = createAccount(manager, { ...account, workspaceId, isInstanceOwner: false });
  return { accountId, workspaceId };
}
