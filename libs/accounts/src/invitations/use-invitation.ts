import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../audit.js';
import { memberships } from '../entities/membership.js';
import type { Invitation } from './invitation.js';

/**
 * Lets somebody in. Who is a member already stays what they are, and uses nothing up.
 *
 * @param manager of a transaction that has looked the invitation up to use it
 */
export async function useInvitation(
  manager: EntityManager,
  { id, workspaceId, role }: Invitation,
  accountId: string,
): Promise<'joined' | 'member-already'> {
  const membership = await manager.findOne(memberships, { workspaceId, accountId });
  if (membership !== null) return 'member-already';
  manager.create(memberships, { workspaceId, accountId, role });
  await manager.execute('update invitations set uses = uses + 1 where id = ?', [id]);
  audit(manager, {
    what: 'invitation-accepted',
    actorId: accountId,
    accountId,
    workspaceId,
    details: { role, invitation: id },
  });
  return 'joined';
}
