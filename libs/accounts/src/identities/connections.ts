import { Injectable } from '@nestjs/common';
import { LockMode, raw, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '../audit.js';
import { accounts } from '../entities/account.js';
import { identities, identityOffers } from '../entities/identity.js';
import { ConfirmPassword, type TypedPassword } from '../passwords/confirm-password.js';
import { PeopleStore } from '../people-store.js';
import { removeExpired } from '../remove-expired.js';
import { hashOfSecret, newSecret } from '../secret.js';
import type { SessionOf } from '../sessions.js';
import type { TooManyTries } from '../throttle/throttle.js';
import { requireSession } from '../require-session.js';
import { waysToSignIn } from '../ways-to-sign-in.js';
import type { ProvenIdentity } from './proven-identity.js';

export interface Connection {
  readonly issuer: string;
  readonly subject: string;
  /** As the provider had it when it was connected. */
  readonly email?: string | null | undefined;
}

/** The identities with which somebody can sign in to their account. */
@Injectable()
export class Connections {
  constructor(
    private readonly store: PeopleStore,
    private readonly confirming: ConfirmPassword,
  ) {}

  async list(accountId: string): Promise<readonly Connection[]> {
    return await this.store.manager.find(identities, { accountId }, { orderBy: { createdAt: 'asc' } });
  }

  async hasPassword(accountId: string): Promise<boolean> {
    return await this.confirming.hasPassword(accountId);
  }

  /** Keeps an identity until its owner says that they want to sign in with it. Answers the secret of the offer. */
  async offer(accountId: string, { issuer, subject, email }: ProvenIdentity): Promise<string> {
    const secret = newSecret();
    await this.store.change(async (manager) => {
      await removeExpired(manager, 'identity_offers');
      manager.create(identityOffers, {
        id: uuidv7(),
        tokenHash: hashOfSecret(secret),
        accountId,
        issuer,
        subject,
        email: email ?? null,
      });
    });
    return secret;
  }

  /** What was offered to this account and not to another; null when that is unknown, used or expired. */
  async offered(accountId: string, secret: string): Promise<Connection | null> {
    return await this.store.manager.findOne(identityOffers, working(accountId, secret));
  }

  /** @param typed the present password, if the account has one: a browser that was left open is not enough */
  async accept(own: SessionOf, secret: string, typed: TypedPassword): Promise<Accepted | TooManyTries> {
    if (await this.hasPassword(own.accountId)) {
      const confirmed = await this.confirming.confirm(own, typed);
      if (confirmed.outcome === 'too-many-tries') return confirmed;
      if (confirmed.outcome === 'refused') return { outcome: 'password-wrong' };
    }
    return { outcome: await this.connect(own, secret) };
  }

  private async connect(own: SessionOf, secret: string): Promise<ConnectOutcome> {
    const { accountId } = own;
    try {
      return await this.store.change(async (manager) => {
        await requireSession(manager, own);
        const offer = await manager.findOne(identityOffers, working(accountId, secret));
        const taken = await manager.nativeDelete(identityOffers, working(accountId, secret));
        if (offer === null || taken !== 1) return 'offer-invalid';
        const { issuer, subject, email } = offer;
        manager.create(identities, { issuer, subject, accountId, email });
        audit(manager, { what: 'identity-connected', actorId: accountId, accountId, details: { issuer } });
        return 'done';
      });
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return 'taken';
      throw error;
    }
  }

  async disconnect(
    accountId: string,
    { issuer, subject }: Omit<Connection, 'email'>,
  ): Promise<'done' | 'last-way' | 'unknown'> {
    return await this.store.change(async (manager) => {
      // One after the other, so that two at the same time do not take the last two.
      await manager.findOneOrFail(accounts, { id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const isTheirs = (await manager.count(identities, { issuer, subject, accountId })) > 0;
      if (!isTheirs) return 'unknown';
      if ((await waysToSignIn(manager, accountId)) < 2) return 'last-way';
      await manager.nativeDelete(identities, { issuer, subject, accountId });
      audit(manager, { what: 'identity-disconnected', actorId: accountId, accountId, details: { issuer } });
      return 'done';
    });
  }
}

export interface Accepted {
  readonly outcome: ConnectOutcome | 'password-wrong';
}

type ConnectOutcome =
  | 'done'
  /** Unknown, used, expired, or another's. */
  | 'offer-invalid'
  /** Somebody signs in with it already. */
  | 'taken';

function working(accountId: string, secret: string) {
  return { accountId, tokenHash: hashOfSecret(secret), expiresAt: { $gt: raw<Date>('clock_timestamp()') } };
}
