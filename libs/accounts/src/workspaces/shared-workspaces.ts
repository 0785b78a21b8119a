import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { audit } from '../audit.js';
import { createWorkspace } from '../create-workspace.js';
import { memberships } from '../entities/membership.js';
import { workspaces } from '../entities/workspace.js';
import { PeopleStore } from '../people-store.js';
import type { MemberOf } from '../principal.js';
import { parseName, type NameRefusal } from '../profile.js';
import { lockWorkspace } from './lock-workspace.js';

export type { NameRefusal } from '../profile.js';

export type CreateOutcome =
  | { readonly outcome: 'done'; readonly workspaceId: string }
  | { readonly outcome: 'refused'; readonly refusal: NameRefusal };

export type RenameOutcome =
  | { readonly outcome: 'done' | 'not-an-owner' }
  /** Somebody else has given it another name than the new one was made from. */
  | { readonly outcome: 'changed'; readonly now: string }
  | { readonly outcome: 'refused'; readonly refusal: NameRefusal };

interface Renaming {
  readonly workspaceId: string;
  readonly actorId: string;
  readonly name: string;
  /** What it was called on the page that the new name was typed into. */
  readonly from?: string | undefined;
}

/** The workspaces that somebody is in. */
@Injectable()
export class SharedWorkspaces {
  constructor(
    private readonly store: PeopleStore,
    private readonly database: Database,
  ) {}

  /** In the order of their names. */
  async of(accountId: string): Promise<readonly MemberOf[]> {
    return await this.database.query<MemberOf>(
      `select w.id, w.name, m.role from memberships m join workspaces w on w.id = m.workspace_id
       where m.account_id = $1 order by lower(w.name), w.id`,
      [accountId],
    );
  }

  /** Whoever makes one owns it. */
  async create(accountId: string, typed: string): Promise<CreateOutcome> {
    const name = parseName(typed);
    if (!name.ok) return { outcome: 'refused', refusal: name.refusal };
    return await this.store.change(async (manager) => {
      const workspaceId = await createWorkspace(manager, name.text);
      manager.create(memberships, { accountId, workspaceId, role: 'owner' });
      audit(manager, { what: 'workspace-created', actorId: accountId, accountId, workspaceId });
      return { outcome: 'done', workspaceId };
    });
  }

  async rename({ workspaceId, actorId, name: typed, from }: Renaming): Promise<RenameOutcome> {
    const name = parseName(typed);
    if (!name.ok) return { outcome: 'refused', refusal: name.refusal };
    return await this.store.change(async (manager) => {
      if ((await lockWorkspace(manager, workspaceId, actorId)) !== 'owner')
        return { outcome: 'not-an-owner' };
      const { name: now } = await manager.findOneOrFail(workspaces, workspaceId);
      if (name.text !== now && from !== now) return { outcome: 'changed', now };
      await manager.nativeUpdate(workspaces, { id: workspaceId }, { name: name.text });
      audit(manager, { what: 'workspace-renamed', actorId, workspaceId });
      return { outcome: 'done' };
    });
  }

  /** Somebody takes all that is in it with them. */
  async recordExport({ workspaceId, actorId }: Omit<Renaming, 'name' | 'from'>): Promise<void> {
    await this.store.change(async (manager) => {
      audit(manager, { what: 'workspace-exported', actorId, workspaceId });
    });
  }
}
