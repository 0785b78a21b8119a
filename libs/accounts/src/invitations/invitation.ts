import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '../entities/membership.js';
import { hashOfSecret } from '../secret.js';

/** What a link leads to: who invites to what. */
export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly inviterId: string;
  readonly inviterName: string;
  readonly role: Role;
}

/** Why a link lets nobody in (any more). */
export type InvitationRefusal =
  | 'invitation-unknown'
  | 'invitation-expired'
  | 'invitation-used'
  /** It was withdrawn, or who has invited cannot invite any more. */
  | 'invitation-revoked';

export type Looked =
  | { readonly outcome: 'open'; readonly invitation: Invitation }
  | { readonly outcome: 'refused'; readonly refusal: InvitationRefusal };

interface Row extends Invitation {
  readonly isExpired: boolean;
  readonly isUsed: boolean;
  readonly isRevoked: boolean;
}

/**
 * An invitation is as good as the right of who has invited: a link that a former owner keeps lets nobody in. It is withdrawn with
 * that right (`withdrawInvitations`), and looked at here as well.
 */
const FIND = `
  select i.id, i.workspace_id as "workspaceId", w.name as "workspaceName", i.inviter_id as "inviterId",
         a.name as "inviterName", i.role, i.expires_at <= now() as "isExpired",
         i.uses > 0 and not i.is_reusable as "isUsed",
         i.revoked_at is not null or a.disabled_at is not null or m.role is distinct from 'owner' as "isRevoked"
  from invitations i
  join workspaces w on w.id = i.workspace_id
  join accounts a on a.id = i.inviter_id
  left join memberships m on m.account_id = i.inviter_id and m.workspace_id = i.workspace_id
  where i.token_hash = ?`;

/** Looks a link up. */
export async function lookUp(manager: EntityManager, token: string): Promise<Looked> {
  return judge(await manager.execute<Row[]>(FIND, [hashOfSecret(token)]));
}

/** The same, for who will use it: of two at once, the second waits until the first has. */
export async function lookUpToUse(manager: EntityManager, token: string): Promise<Looked> {
  await manager.execute('select from invitations where token_hash = ? for no key update', [
    hashOfSecret(token),
  ]);
  // In a statement of its own, which sees what was committed while the one before waited.
  return await lookUp(manager, token);
}

function judge([row]: readonly Row[]): Looked {
  if (row === undefined) return { outcome: 'refused', refusal: 'invitation-unknown' };
  const { isExpired, isUsed, isRevoked, ...invitation } = row;
  if (isRevoked) return { outcome: 'refused', refusal: 'invitation-revoked' };
  else if (isUsed) return { outcome: 'refused', refusal: 'invitation-used' };
  else if (isExpired) return { outcome: 'refused', refusal: 'invitation-expired' };
  else return { outcome: 'open', invitation };
}
