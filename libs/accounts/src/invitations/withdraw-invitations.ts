import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, type Happened } from '../audit.js';

interface Withdrawn {
  /** Whose invitations. */
  readonly inviterId: string;
  /** Undefined for those into all workspaces. */
  readonly workspaceId?: string;
}

type By = Pick<Happened, 'actorId' | 'address' | 'details'>;

const WITHDRAW = `
  update invitations set revoked_at = clock_timestamp()
  where inviter_id = ? and revoked_at is null and workspace_id = coalesce(?, workspace_id)
  returning id, workspace_id as "workspaceId"`;

/**
 * Ends the invitations of somebody, for good: who may invite again later does not bring back links that nobody could see or withdraw
 * meanwhile. In the transaction that takes the right away. Answers how many there were.
 */
export async function withdrawInvitations(
  manager: EntityManager,
  { inviterId, workspaceId }: Withdrawn,
  by: By = {},
): Promise<number> {
  const withdrawn = await manager.execute<{ id: string; workspaceId: string }[]>(WITHDRAW, [
    inviterId,
    workspaceId ?? null,
  ]);
  for (const { id, workspaceId: where } of withdrawn) {
    const details = { ...by.details, invitation: id };
    audit(manager, { ...by, what: 'invitation-revoked', workspaceId: where, details });
  }
  return withdrawn.length;
}
