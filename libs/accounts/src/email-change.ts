import { Injectable } from '@nestjs/common';
import { LockMode, UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { audit } from './audit.js';
import { accounts } from './entities/account.js';
import { findByEmail } from './find-by-email.js';
import { holderOf, type Holder } from './holder.js';
import { removeUnusedLinks } from './create-account-link.js';
import { addLink, findLink, takeLink, useUpLinks } from './links.js';
import { ConfirmPassword, type TypedPassword } from './passwords/confirm-password.js';
import { PeopleStore } from './people-store.js';
import { parseEmail } from './profile.js';
import type { SessionOf } from './sessions.js';
import { ratesOfMail } from './throttle/rate-of.js';
import { Throttle, type TooManyTries, type TooOften } from './throttle/throttle.js';
import { requireSession } from './require-session.js';

export interface NewEmail extends TypedPassword {
  readonly email: string;
}

export type EmailChangeRefusal = 'email-invalid' | 'email-taken' | 'password-wrong';

export type CheckedEmail =
  | { readonly outcome: 'done'; readonly email: string }
  | { readonly outcome: 'refused'; readonly refusal: EmailChangeRefusal }
  | TooManyTries
  | TooOften;

/** Another e-mail address for an account. */
@Injectable()
export class EmailChange {
  constructor(
    private readonly store: PeopleStore,
    private readonly confirming: ConfirmPassword,
    private readonly throttle: Throttle,
  ) {}

  /** The address of an account. */
  async present(accountId: string): Promise<string> {
    return (await this.store.manager.findOneOrFail(accounts, { id: accountId })).email;
  }

  /**
   * Whether somebody may ask for it. It is not found out here whether the address is free, and who would try one address after
   * the other to find that out cannot go on for long.
   */
  async check(own: SessionOf, { email: typed, ...password }: NewEmail): Promise<CheckedEmail> {
    const parsed = parseEmail(typed);
    if (!parsed.ok) return { outcome: 'refused', refusal: parsed.refusal };
    const { text: email } = parsed;
    const confirmed = await this.confirming.confirm(own, password);
    if (confirmed.outcome === 'too-many-tries') return confirmed;
    if (confirmed.outcome === 'refused') return { outcome: 'refused', refusal: 'password-wrong' };
    const rates = ratesOfMail('email-change', { accountId: own.accountId, to: email });
    return (await this.throttle.spend(rates)) ?? { outcome: 'done', email };
  }

  /** Makes the link that is sent to the new address, in place of those before. Whoever asks is not told whether that is free. */
  async begin(accountId: string, email: string): Promise<Begun> {
    return await this.store.change(async (manager) => {
      // One after the other: of two that are asked for at once, one link works.
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const { email: before } = await manager.findOneOrFail(accounts, { id: accountId }, { lockMode });
      audit(manager, { what: 'email-change-asked', actorId: accountId, accountId });
      await removeUnusedLinks(manager, { accountId, purpose: 'e-mail' });
      const holder = await findByEmail(manager, email);
      if (holder !== null && holder.id !== accountId) return { before, holder: holderOf(holder) };
      return { before, secret: await addLink(manager, { accountId, purpose: 'e-mail', email }) };
    });
  }

  /** The address that a link leads to; undefined unless it works, and is this account's. */
  async promised(accountId: string, secret: string): Promise<string | undefined> {
    const link = await findLink(this.store.manager, secret, 'e-mail');
    return link?.accountId === accountId ? (link.email ?? undefined) : undefined;
  }

  async confirm(accountId: string, secret: string): Promise<'link-invalid' | 'email-taken' | Changed> {
    if ((await this.promised(accountId, secret)) === undefined) return 'link-invalid';
    return await this.unlessTaken(async (manager) => {
      const link = await takeLink(manager, secret, 'e-mail');
      if (typeof link?.email !== 'string') return 'link-invalid';
      return await setEmail(manager, accountId, link.email);
    });
  }

  /** Where no mail can be sent, so that nothing can be confirmed. */
  async change(own: SessionOf, email: string): Promise<'email-taken' | Changed> {
    return await this.unlessTaken(async (manager) => {
      await requireSession(manager, own);
      return await setEmail(manager, own.accountId, email);
    });
  }

  private async unlessTaken<Result>(
    work: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result | 'email-taken'> {
    try {
      return await this.store.change(work);
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return 'email-taken';
      throw error;
    }
  }
}

/** With the secret of the link; with the holder of the new address when somebody has it. */
type Begun = Changed & ({ readonly secret: string } | { readonly holder: Holder });

interface Changed {
  /** The address before. */
  readonly before: string;
}

async function setEmail(manager: EntityManager, accountId: string, email: string): Promise<Changed> {
  const { email: before } = await manager.findOneOrFail(accounts, { id: accountId });
  await manager.nativeUpdate(accounts, { id: accountId }, { email });
  // Also those that lead to a new password: they were sent to the address before.
  await useUpLinks(manager, accountId);
  audit(manager, { what: 'email-changed', actorId: accountId, accountId });
  return { before };
}
