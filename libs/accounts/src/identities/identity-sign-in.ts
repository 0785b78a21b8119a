import { Injectable } from '@nestjs/common';
import { LockMode, UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../audit.js';
import { accounts } from '../entities/account.js';
import { identities } from '../entities/identity.js';
import { findByEmail } from '../find-by-email.js';
import { PeopleStore } from '../people-store.js';
import { Sessions, type SessionToken, type Visit } from '../sessions.js';
import { joinWithIdentity } from './join-with-identity.js';
import type { ProvenIdentity } from './proven-identity.js';

export type IdentityRefusal =
  | 'disabled'
  /** The address is that of an account: whoever has it connects the identity while signed in. */
  | 'sign-in-first'
  | 'no-sign-up'
  | 'email-not-verified'
  /** Nobody has an account yet. */
  | 'set-up-first';

export type IdentityOutcome =
  | ({ readonly outcome: 'done' } & SessionToken)
  | { readonly outcome: 'refused'; readonly refusal: IdentityRefusal };

interface Rules {
  /** Whether somebody who has no account is given one. */
  readonly signUp: boolean;
}

/** Signs people in whom a provider knows. */
@Injectable()
export class IdentitySignIn {
  constructor(
    private readonly store: PeopleStore,
    private readonly sessions: Sessions,
  ) {}

  async signIn(identity: ProvenIdentity, visit: Visit, rules: Rules): Promise<IdentityOutcome> {
    const attempt = () => this.store.change((manager) => this.attempt(manager, identity, visit, rules));
    try {
      return await attempt();
    } catch (error) {
      // The same person in two tabs: the other one has made the account meanwhile.
      if (error instanceof UniqueConstraintViolationException) return await attempt();
      throw error;
    }
  }

  private async attempt(manager: EntityManager, identity: ProvenIdentity, visit: Visit, rules: Rules) {
    const { issuer, subject } = identity;
    // Held, so that whoever ends all ways in meanwhile ends this session as well.
    const lockMode = LockMode.PESSIMISTIC_READ;
    const known = await manager.findOne(identities, { issuer, subject }, { lockMode });
    const found = known === null ? await this.meet(manager, identity, rules) : await enter(manager, known);
    if ('accountId' in found) {
      return { outcome: 'done', ...(await this.sessions.begin(manager, found.accountId, visit)) } as const;
    }
    audit(manager, { what: 'sign-in-failed', accountId: known?.accountId, address: visit.address });
    return { outcome: 'refused', refusal: found.refusal } as const;
  }

  /** Somebody whose identity is not known here. It is never connected to an account because of an address alone. */
  private async meet(manager: EntityManager, identity: ProvenIdentity, { signUp }: Rules): Promise<Found> {
    const { email } = identity;
    if ((await manager.count(accounts)) === 0) return { refusal: 'set-up-first' };
    else if (email === undefined) return { refusal: signUp ? 'email-not-verified' : 'no-sign-up' };
    else if ((await findByEmail(manager, email)) !== null) return await meetAgain(manager, identity);
    else if (!signUp) return { refusal: 'no-sign-up' };
    else return { accountId: await joinWithIdentity(manager, { ...identity, email }) };
  }
}

type Found = { readonly accountId: string } | { readonly refusal: IdentityRefusal };

/** The same person in another tab may have made the account after the identity was looked for here: then it is known by now. */
async function meetAgain(manager: EntityManager, { issuer, subject }: ProvenIdentity): Promise<Found> {
  const known = await manager.findOne(identities, { issuer, subject });
  return known === null ? { refusal: 'sign-in-first' } : await enter(manager, known);
}

async function enter(manager: EntityManager, { accountId }: { readonly accountId: string }): Promise<Found> {
  const account = await manager.findOneOrFail(accounts, { id: accountId });
  return account.disabledAt === null ? { accountId } : { refusal: 'disabled' };
}
