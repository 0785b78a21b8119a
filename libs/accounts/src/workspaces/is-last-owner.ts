import type { EntityManager } from '@mikro-orm/postgresql';

/** An owner who cannot sign in looks after nothing. */
const OTHER_OWNERS = `
  select from memberships m join accounts a on a.id = m.account_id and a.disabled_at is null
  where m.workspace_id = ? and m.account_id <> ? and m.role = 'owner' limit 1`;

/** Whether a workspace would have no owner without this one. @param manager of a transaction that has locked the workspace */
export async function isLastOwner(
  manager: EntityManager,
  workspaceId: string,
  accountId: string,
): Promise<boolean> {
  return (await manager.execute(OTHER_OWNERS, [workspaceId, accountId])).length === 0;
}
