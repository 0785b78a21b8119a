import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../audit.js';
import { accounts } from '../entities/account.js';
import { pendingSignIns } from '../entities/pending-sign-in.js';
import { sessions } from '../entities/session.js';
import { PeopleStore } from '../people-store.js';
import { parsePassword, type PasswordRefusal } from '../profile.js';
import { useUpLinks } from '../links.js';
import { hashOfSecret, newSecret } from '../secret.js';
import { isFresh } from '../session-life.js';
import { endOthers, type SessionOf, type SessionToken } from '../sessions.js';
import { ConfirmPassword } from './confirm-password.js';
import { Passwords } from './passwords.js';

export type ChangePasswordRefusal =
  | PasswordRefusal
  | 'current-wrong'
  /** Somebody without a password has to have signed in just now to set one. */
  | 'password-stale';

export interface NewPassword {
  /** Undefined for somebody who has none. */
  readonly current?: string | undefined;
  readonly password: string;
}

export type PasswordOutcome =
  | ({ readonly outcome: 'done' } & SessionToken)
  | { readonly outcome: 'refused'; readonly refusal: ChangePasswordRefusal };

/** Changes a password, or sets the first one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
    private readonly confirming: ConfirmPassword,
  ) {}

  /** Ends all other sessions, and gives this one another token: whoever had a copy of the old one is out. */
  async change(own: SessionOf, typed: NewPassword, address: string): Promise<PasswordOutcome> {
    const person = await this.store.manager.findOneOrFail(accounts, { id: own.accountId });
    const parsed = parsePassword(typed.password, person);
    if (!parsed.ok) return refused(parsed.refusal);
    const before = await this.confirm(own.accountId, typed.current, address);
    if (before === undefined) return refused('current-wrong');
    const passwordHash = await this.passwords.hash(parsed.text);
    return await this.store.change(async (manager) => {
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const account = await manager.findOne(accounts, { id: own.accountId }, { lockMode });
      // Somebody else who is signed in as well was quicker.
      if (account === null || (account.passwordHash ?? null) !== before) return refused('current-wrong');
      if (before === null && !(await isFresh(manager, own.sessionId))) return refused('password-stale');
      account.passwordHash = passwordHash;
      const what = before === null ? 'password-set' : 'password-changed';
      audit(manager, { what, actorId: account.id, accountId: account.id, address });
      return { outcome: 'done', token: await leaveOnly(manager, own) };
    });
  }

  /** @returns the hash that holds until now: null when there is none, undefined when it is another password */
  private async confirm(accountId: string, current: string | undefined, address: string) {
    if (await this.confirming.hasPassword(accountId)) {
      return await this.confirming.confirm(accountId, current ?? '', address);
    } else {
      return null;
    }
  }
}

/** @returns the token that this session has from now on */
async function leaveOnly(manager: EntityManager, own: SessionOf): Promise<string> {
  const { accountId, sessionId } = own;
  await endOthers(manager, own);
  await manager.nativeDelete(pendingSignIns, { accountId });
  await useUpLinks(manager, accountId);
  const token = newSecret();
  await manager.nativeUpdate(sessions, { id: sessionId, accountId }, { tokenHash: hashOfSecret(token) });
  return token;
}

const refused = (refusal: ChangePasswordRefusal) => ({ outcome: 'refused', refusal }) as const;
