import { Injectable } from '@nestjs/common';
import { audit } from '../audit.js';
import { memberships } from '../entities/membership.js';
import { PeopleStore } from '../people-store.js';

interface Asked {
  readonly workspaceId: string;
  readonly actorId: string;
}

export type EraseOutcome =
  | 'done'
  /** Who asks is no owner any more. */
  | 'not-an-owner'
  /** It is erased already, or who asks was removed. */
  | 'not-a-member';

/**
 * Shuts everybody out of a workspace at once, and has the worker erase it: only the owner of the database deletes events, so
 * web asks a function for it that looks whether an owner of the workspace wants it.
 */
@Injectable()
export class EraseOwnWorkspace {
  constructor(private readonly store: PeopleStore) {}

  async request({ workspaceId, actorId }: Asked): Promise<EraseOutcome> {
    return await this.store.change(async (manager) => {
      const [asked] = await manager.execute<{ done: boolean }[]>('select request_erasure(?, ?) as done', [
        workspaceId,
        actorId,
      ]);
      if (asked?.done !== true) {
        const isMember = (await manager.count(memberships, { workspaceId, accountId: actorId })) > 0;
        return isMember ? 'not-an-owner' : 'not-a-member';
      }
      audit(manager, { what: 'workspace-erased', actorId, workspaceId });
      return 'done';
    });
  }
}
