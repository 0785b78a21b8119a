import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '#libs/platform';
import { audit } from '../audit.js';
import { invitations } from '../entities/invitation.js';
import type { Role } from '../entities/membership.js';
import { PeopleStore } from '../people-store.js';
import { parseEmail } from '../profile.js';
import { requireSession } from '../require-session.js';
import { hashOfSecret, newSecret } from '../secret.js';
import { ago } from '../session-life.js';
import { ratesOfMail } from '../throttle/rate-of.js';
import { Throttle, type TooOften } from '../throttle/throttle.js';
import type { SessionOf } from '../sessions.js';
import { lockWorkspace } from '../workspaces/lock-workspace.js';

/** For how many days a link can be good. */
export const INVITATION_DAYS = [1, 7, 30] as const;

const DAY_MS = 24 * 60 * 60 * 1_000;

export interface NewInvitation {
  readonly workspaceId: string;
  readonly by: SessionOf;
  readonly role: Role;
  readonly days: (typeof INVITATION_DAYS)[number];
  readonly isReusable: boolean;
  /** For whom it is; may be empty. */
  readonly email: string;
  /** Whether it will be sent there. */
  readonly isMailed: boolean;
}

export type InviteOutcome =
  | { readonly outcome: 'done'; readonly token: string; readonly email: string | null }
  | { readonly outcome: 'not-an-owner' }
  | { readonly outcome: 'refused'; readonly refusal: 'email-invalid' }
  | TooOften;

export interface OpenInvitation {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly isReusable: boolean;
  readonly uses: number;
  readonly expiresAt: Date;
  readonly inviterName: string;
}

interface Revoking {
  readonly workspaceId: string;
  readonly actorId: string;
  readonly invitationId: string;
}

export type RevokeOutcome =
  | 'done'
  | 'not-an-owner'
  /** It is none of this workspace. */
  | 'not-there';

/** The links that let people into a workspace, for its owners. */
@Injectable()
export class Invitations {
  constructor(
    private readonly store: PeopleStore,
    private readonly database: Database,
    private readonly throttle: Throttle,
  ) {}

  /** The token is in the answer only: the database has its hash. */
  async invite(wanted: NewInvitation): Promise<InviteOutcome> {
    const email = wanted.email.trim() === '' ? null : parseEmail(wanted.email);
    if (email?.ok === false) return { outcome: 'refused', refusal: email.refusal };
    const { workspaceId, role, isReusable, isMailed, by } = wanted;
    const { accountId: actorId } = by;
    const mailed = isMailed && email !== null ? { accountId: actorId, to: email.text } : undefined;
    const tooOften = mailed && (await this.throttle.spend(ratesOfMail('invitation', mailed)));
    if (tooOften !== undefined) return tooOften;
    return await this.store.change(async (manager) => {
      await requireSession(manager, by);
      if ((await lockWorkspace(manager, workspaceId, actorId)) !== 'owner')
        return { outcome: 'not-an-owner' };
      await removeOld(manager, workspaceId);
      const [id, token] = [uuidv7(), newSecret()];
      manager.create(invitations, {
        id,
        workspaceId,
        inviterId: actorId,
        role,
        email: email?.text ?? null,
        tokenHash: hashOfSecret(token),
        isReusable,
        expiresAt: await this.inDays(wanted.days),
        revokedAt: null,
      });
      audit(manager, {
        what: 'invitation-created',
        actorId,
        workspaceId,
        details: { role, invitation: id, uses: isReusable ? 'many' : 'one' },
      });
      return { outcome: 'done', token, email: email?.text ?? null };
    });
  }

  /** Those that still let somebody in, the newest first. */
  async open(workspaceId: string): Promise<readonly OpenInvitation[]> {
    return await this.database.query<OpenInvitation>(
      `select i.id, i.role, i.email, i.is_reusable as "isReusable", i.uses, i.expires_at as "expiresAt",
              a.name as "inviterName"
       from invitations i join accounts a on a.id = i.inviter_id and a.disabled_at is null
       join memberships m on m.account_id = i.inviter_id and m.workspace_id = i.workspace_id and m.role = 'owner'
       where i.workspace_id = $1 and i.revoked_at is null and i.expires_at > now() and (i.is_reusable or i.uses = 0)
       order by i.id desc`,
      [workspaceId],
    );
  }

  /** One that was revoked before stays so. */
  async revoke({ workspaceId, actorId, invitationId: id }: Revoking): Promise<RevokeOutcome> {
    return await this.store.change(async (manager) => {
      if ((await lockWorkspace(manager, workspaceId, actorId)) !== 'owner') return 'not-an-owner';
      if ((await manager.count(invitations, { id, workspaceId })) === 0) return 'not-there';
      const open = { id, workspaceId, revokedAt: null };
      const revoked = await manager.nativeUpdate(invitations, open, { revokedAt: new Date() });
      const details = { invitation: id };
      if (revoked > 0) audit(manager, { what: 'invitation-revoked', actorId, workspaceId, details });
      return 'done';
    });
  }

  /** By the clock of the database, which looks whether it is over. */
  private async inDays(days: number): Promise<Date> {
    const [clock] = await this.database.query<{ now: Date }>('select now()');
    return new Date((clock?.now ?? new Date()).getTime() + days * DAY_MS);
  }
}

/** Whoever opens a link is told for a while that it is too old, and then that there is none. */
async function removeOld(manager: EntityManager, workspaceId: string): Promise<void> {
  await manager.nativeDelete(invitations, { workspaceId, expiresAt: { $lt: ago('90 days') } });
}
