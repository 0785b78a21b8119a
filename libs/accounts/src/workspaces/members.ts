import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Database } from '#libs/platform';
import { audit } from '../audit.js';
import { memberships, type Role } from '../entities/membership.js';
import { withdrawInvitations } from '../invitations/withdraw-invitations.js';
import { PeopleStore } from '../people-store.js';
import { isLastOwner } from './is-last-owner.js';
import { lockWorkspace } from './lock-workspace.js';

export interface Member {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
}

/** Somebody's own wish, or an owner's about somebody. */
export interface AboutMember {
  readonly workspaceId: string;
  readonly actorId: string;
  readonly accountId: string;
}

export type MemberOutcome =
  | 'done'
  /** There is no such member (any more). */
  | 'not-a-member'
  /** Who asks is no owner any more. */
  | 'not-an-owner'
  /** A workspace has an owner, always. */
  | 'last-owner';

/** Who is in a workspace. */
@Injectable()
export class Members {
  constructor(
    private readonly store: PeopleStore,
    private readonly database: Database,
  ) {}

  /** Those who may do most come first. */
  async of(workspaceId: string): Promise<readonly Member[]> {
    return await this.database.query<Member>(
      `select a.id as "accountId", a.name, m.role from memberships m join accounts a on a.id = m.account_id
       where m.workspace_id = $1
       order by array_position('{owner,member,viewer}', m.role), lower(a.name), a.id`,
      [workspaceId],
    );
  }

  async changeRole({ role, ...about }: AboutMember & { readonly role: Role }): Promise<MemberOutcome> {
    return await this.change(about, async (manager, was) => {
      if (was === role) return;
      const { workspaceId, accountId, actorId } = about;
      await manager.nativeUpdate(memberships, { workspaceId, accountId }, { role });
      if (was === 'owner')
        await withdrawInvitations(manager, { inviterId: accountId, workspaceId }, { actorId });
      audit(manager, { what: 'role-changed', actorId, accountId, workspaceId, details: { was, role } });
    });
  }

  /** By an owner, or by somebody who leaves. */
  async remove(about: AboutMember): Promise<MemberOutcome> {
    return await this.change(about, async (manager, was) => {
      const { workspaceId, accountId, actorId } = about;
      await manager.nativeDelete(memberships, { workspaceId, accountId });
      await withdrawInvitations(manager, { inviterId: accountId, workspaceId }, { actorId });
      const what = accountId === actorId ? 'member-left' : 'member-removed';
      audit(manager, { what, actorId, accountId, workspaceId, details: { was } });
    });
  }

  private async change(
    { workspaceId, actorId, accountId }: AboutMember,
    work: (manager: EntityManager, was: Role) => Promise<void>,
  ): Promise<MemberOutcome> {
    return await this.store.change(async (manager) => {
      const role = await lockWorkspace(manager, workspaceId, actorId);
      if (role !== 'owner' && actorId !== accountId) return 'not-an-owner';
      const member = await manager.findOne(memberships, { workspaceId, accountId });
      if (member === null) return 'not-a-member';
      if (member.role === 'owner' && (await isLastOwner(manager, workspaceId, accountId)))
        return 'last-owner';
      await work(manager, member.role);
      return 'done';
    });
  }
}
