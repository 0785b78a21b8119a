import { Injectable } from '@nestjs/common';
import { PeopleStore } from '../people-store.js';
import { memberships } from '../entities/membership.js';
import { lookUp, lookUpToUse, type Invitation, type InvitationRefusal, type Looked } from './invitation.js';
import { useInvitation } from './use-invitation.js';

export type AcceptOutcome =
  | { readonly outcome: 'joined' | 'member-already'; readonly workspaceId: string }
  | { readonly outcome: 'refused'; readonly refusal: InvitationRefusal };

/** What somebody can do with a link to a workspace who has an account. */
@Injectable()
export class AcceptInvitation {
  constructor(private readonly store: PeopleStore) {}

  async look(token: string): Promise<Looked> {
    return await lookUp(this.store.manager, token);
  }

  /** Whether somebody is in the workspace to which it invites. */
  async isMember({ workspaceId }: Invitation, accountId: string): Promise<boolean> {
    return (await this.store.manager.count(memberships, { workspaceId, accountId })) > 0;
  }

  async accept(token: string, accountId: string): Promise<AcceptOutcome> {
    return await this.store.change(async (manager) => {
      const looked = await lookUpToUse(manager, token);
      if (looked.outcome === 'refused') return looked;
      const { invitation } = looked;
      const outcome = await useInvitation(manager, invitation, accountId);
      return { outcome, workspaceId: invitation.workspaceId };
    });
  }
}
