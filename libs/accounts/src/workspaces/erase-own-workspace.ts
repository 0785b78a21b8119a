import { Injectable } from '@nestjs/common';
import { audit } from '../audit.js';
import { PeopleStore } from '../people-store.js';

interface Asked {
  readonly workspaceId: string;
  readonly actorId: string;
}

/**
 * Shuts everybody out of a workspace at once, and has the worker erase it: only the owner of the database deletes events, so
 * web asks a function for it that looks whether an owner of the workspace wants it.
 */
@Injectable()
export class EraseOwnWorkspace {
  constructor(private readonly store: PeopleStore) {}

  /** @returns false when who asks does not own it (any more): then nothing is done */
  async request({ workspaceId, actorId }: Asked): Promise<boolean> {
    return await this.store.change(async (manager) => {
      const [asked] = await manager.execute<{ done: boolean }[]>('select request_erasure(?, ?) as done', [
        workspaceId,
        actorId,
      ]);
      if (asked?.done !== true) return false;
      audit(manager, { what: 'workspace-erased', actorId, workspaceId });
      return true;
    });
  }
}
