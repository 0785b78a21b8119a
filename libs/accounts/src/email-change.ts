import { Injectable } from '@nestjs/common';
import { LockMode, UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { audit } from './audit.js';
import { accounts } from './entities/account.js';
import { findByEmail } from './find-by-email.js';
import { removeUnusedLinks } from './create-account-link.js';
import { addLink, findLink, takeLink, useUpLinks } from './links.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { parseEmail } from './profile.js';
import { requireSession } from './require-session.js';
import type { SessionOf } from './sessions.js';

export interface NewEmail {
  readonly email: string;
  /** The present one of the account. */
  readonly password: string;
}

export type EmailChangeRefusal = 'email-invalid' | 'email-taken' | 'password-wrong';

type Checked =
  | { readonly ok: true; readonly email: string }
  | { readonly ok: false; readonly refusal: EmailChangeRefusal };

/** Another e-mail address for an account. */
@Injectable()
export class EmailChange {
  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
  ) {}

  /** The address of an account. */
  async present(accountId: string): Promise<string> {
    return (await this.store.manager.findOneOrFail(accounts, { id: accountId })).email;
  }

  /** Whether somebody may ask for it. It is not found out here whether the address is free. */
  async check(accountId: string, { email, password }: NewEmail): Promise<Checked> {
    const parsed = parseEmail(email);
    if (!parsed.ok) return parsed;
    const account = await this.store.manager.findOne(accounts, { id: accountId });
    if (await this.passwords.verify(password, account?.passwordHash)) return { ok: true, email: parsed.text };
    await this.store.change(async (manager) =>
      audit(manager, { what: 'email-change-refused', actorId: accountId, accountId }),
    );
    return { ok: false, refusal: 'password-wrong' };
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
      if (holder !== null && holder.id !== accountId) return { before, to: holder.email, secret: undefined };
      return { before, to: email, secret: await addLink(manager, { accountId, purpose: 'e-mail', email }) };
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

interface Begun extends Changed {
  /** The new address; as its holder has it, when somebody has it. */
  readonly to: string;
  /** Undefined when somebody has it. */
  readonly secret: string | undefined;
}

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
