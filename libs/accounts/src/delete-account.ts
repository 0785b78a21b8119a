import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { auditInWorkspaces } from './audit-in-workspaces.js';
import { accounts } from './entities/account.js';
import { ConfirmPassword, type TypedPassword } from './passwords/confirm-password.js';
import { PeopleStore } from './people-store.js';
import type { SignedIn } from './principal.js';
import type { TooManyTries } from './throttle/throttle.js';

/** A workspace that would have no owner any more. */
export interface OwnedAlone {
  readonly id: string;
  readonly name: string;
  /** How many are in it beside its owner. */
  readonly others: number;
}

/** What has to be done before somebody can leave. */
export interface Obstacles {
  readonly workspaces: readonly OwnedAlone[];
  /** Nobody else looks after the installation. */
  readonly isLastInstanceOwner: boolean;
}

/** How somebody shows that it is them: with a password, else by having signed in just now. */
export type Confirmation = 'password' | 'signed-in-just-now' | 'sign-in-again';

export type DeleteOutcome =
  { readonly outcome: 'deleted' | 'obstacles' | 'password-wrong' | 'sign-in-again' } | TooManyTries;

/**
 * Deletes accounts. With the account go, by the keys of the tables, its memberships, sessions, tokens and whatever else
 * belongs to it. The log has only its id, which then leads to no name.
 */
@Injectable()
export class DeleteAccount {
  constructor(
    private readonly store: PeopleStore,
    private readonly confirming: ConfirmPassword,
  ) {}

  async obstacles({ accountId }: SignedIn): Promise<Obstacles> {
    return await findObstacles(this.store.manager, accountId);
  }

  async confirmation(person: SignedIn): Promise<Confirmation> {
    if (await this.confirming.hasPassword(person.accountId)) return 'password';
    return (await this.isJustSignedIn(person)) ? 'signed-in-just-now' : 'sign-in-again';
  }

  async delete(person: SignedIn, typed: TypedPassword): Promise<DeleteOutcome> {
    const { accountId } = person;
    const doubt = await this.doubt(person, typed);
    if (doubt !== undefined) return doubt;
    return await this.store.change(async (manager) => {
      await lockOwners(manager, accountId);
      const { workspaces, isLastInstanceOwner } = await findObstacles(manager, accountId);
      if (workspaces.length > 0 || isLastInstanceOwner) return { outcome: 'obstacles' };
      await auditInWorkspaces(manager, { what: 'account-deleted', actorId: accountId, accountId });
      await manager.nativeDelete(accounts, { id: accountId });
      return { outcome: 'deleted' };
    });
  }

  /** @returns why it may be somebody else; undefined when it is them */
  private async doubt(person: SignedIn, typed: TypedPassword): Promise<DeleteOutcome | undefined> {
    if (await this.confirming.hasPassword(person.accountId)) {
      const confirmed = await this.confirming.confirm(person, typed);
      if (confirmed.outcome === 'confirmed') return undefined;
      return confirmed.outcome === 'refused' ? { outcome: 'password-wrong' } : confirmed;
    } else {
      return (await this.isJustSignedIn(person)) ? undefined : { outcome: 'sign-in-again' };
    }
  }

  private async isJustSignedIn({ sessionId }: SignedIn): Promise<boolean> {
    const found: unknown[] = await this.store.manager.execute(JUST_SIGNED_IN, [sessionId]);
    return found.length > 0;
  }
}

const JUST_SIGNED_IN = `select from sessions where id = ? and created_at > now() - interval '10 minutes'`;

/**
 * Of two owners who leave at the same time, the second one waits here until the first one has gone, and is then the last.
 * The rows are locked in the same order by everybody.
 */
async function lockOwners(manager: EntityManager, accountId: string): Promise<void> {
  await manager.execute(
    `select from workspaces w join memberships m on m.workspace_id = w.id and m.role = 'owner'
     where w.id in (select workspace_id from memberships where account_id = ?)
     order by w.id, m.account_id for no key update of w, m`,
    [accountId],
  );
  await manager.execute('select from accounts where is_instance_owner order by id for no key update');
}

async function findObstacles(manager: EntityManager, accountId: string): Promise<Obstacles> {
  const workspaces: OwnedAlone[] = await manager.execute(OWNED_ALONE, [accountId]);
  const last: unknown[] = await manager.execute(LAST_INSTANCE_OWNER, [accountId]);
  return { workspaces, isLastInstanceOwner: last.length > 0 };
}

/** Somebody whose account is disabled can do nothing for it. */
const OWNED_ALONE = `
  select w.id, w.name,
         (select count(*) from memberships o where o.workspace_id = w.id and o.account_id <> m.account_id)::int as others
  from memberships m join workspaces w on w.id = m.workspace_id
  where m.account_id = ? and m.role = 'owner' and not exists (
    select from memberships o join accounts a on a.id = o.account_id and a.disabled_at is null
    where o.workspace_id = w.id and o.role = 'owner' and o.account_id <> m.account_id)
  order by m.created_at, w.id`;

const LAST_INSTANCE_OWNER = `
  select from accounts a
  where a.id = ? and a.is_instance_owner and not exists (
    select from accounts o where o.is_instance_owner and o.disabled_at is null and o.id <> a.id)`;
