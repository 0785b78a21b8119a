import type { EntityManager } from '@mikro-orm/postgresql';
import { memberships, type Role } from '../entities/membership.js';

/**
 * Locks a workspace until the transaction ends, and answers the role that somebody has there then. Whoever changes who is a
 * member holds this lock, so that of two changes the second one sees the first: a right that the request began with may be gone.
 *
 * @returns undefined for who is no member (any more)
 */
export async function lockWorkspace(
  manager: EntityManager,
  workspaceId: string,
  accountId: string,
): Promise<Role | undefined> {
  await manager.execute('select from workspaces where id = ? for no key update', [workspaceId]);
  return (await manager.findOne(memberships, { workspaceId, accountId }))?.role;
}
