import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { audit } from './audit.js';
import { createAccount } from './create-account.js';
import { createWorkspace } from './create-workspace.js';
import { accounts } from './entities/account.js';
import { workspaces } from './entities/workspace.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { parseProfile, type Profile, type ProfileRefusal } from './profile.js';
import { SET_UP_LOCK } from './set-up-lock.js';
import { Sessions, type SessionToken, type Visit } from './sessions.js';

export type FirstAccount = Profile;

export type SetUpOutcome =
  | ({ readonly outcome: 'done' } & SessionToken)
  | { readonly outcome: 'refused'; readonly refusal: ProfileRefusal }
  /** Somebody else was quicker: there is nothing to set up any more. */
  | { readonly outcome: 'too-late' };

/** The first account, which owns the installation and whatever is in it. */
@Injectable()
export class SetUp {
  private isDone = false;

  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** Whether there is nobody yet. Once somebody is there, somebody is for ever. */
  async isNeeded(): Promise<boolean> {
    if (!this.isDone) {
      const [somebody] = await this.store.manager.find(accounts, {}, { limit: 1, fields: ['id'] });
      this.isDone = somebody !== undefined;
    }
    return !this.isDone;
  }

  async setUp(first: FirstAccount, visit: Visit): Promise<SetUpOutcome> {
    const parsed = parseProfile(first);
    if ('refusal' in parsed) return { outcome: 'refused', refusal: parsed.refusal };
    const passwordHash = await this.passwords.hash(parsed.password);
    return await this.store.change(async (manager) => {
      await manager.execute(SET_UP_LOCK);
      if ((await manager.count(accounts)) > 0) return { outcome: 'too-late' };
      const { name, email, timeZone } = parsed;
      const accountId = createAccount(manager, {
        name,
        email,
        timeZone,
        passwordHash,
        isInstanceOwner: true,
        workspaceId: await firstWorkspace(manager),
      });
      audit(manager, { what: 'instance-set-up', actorId: accountId, address: visit.address });
      return { outcome: 'done', ...(await this.sessions.begin(manager, accountId, visit)) };
    });
  }
}

/** The one that a migration has made, with whatever is in it; a new one if that was erased before anybody came. */
async function firstWorkspace(manager: EntityManager): Promise<string> {
  const made = await manager.findOne(workspaces, { id: DEFAULT_WORKSPACE });
  return made?.id ?? (await createWorkspace(manager, 'Home'));
}
