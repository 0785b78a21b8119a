import { Injectable } from '@nestjs/common';
import { audit } from '../audit.js';
import { accounts } from '../entities/account.js';
import { PeopleStore } from '../people-store.js';
import type { SessionOf } from '../sessions.js';
import { Throttle, type TooManyTries } from '../throttle/throttle.js';
import { triesOfSession } from '../throttle/tries-of.js';
import { Passwords } from './passwords.js';

export type Confirmed =
  /** With the hash that it was compared with. */
  | { readonly outcome: 'confirmed'; readonly hash: string }
  /** It is another one, or there is none. */
  | { readonly outcome: 'refused' }
  | TooManyTries;

/** What somebody types to show that it is them, and from which address of the network. */
export interface TypedPassword {
  readonly password: string;
  readonly address: string;
}

/** Whether somebody who is signed in also knows the password: who finds a browser unattended does not, and cannot guess it. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
  ) {}

  async confirm(own: SessionOf, typed: TypedPassword): Promise<Confirmed> {
    const { accountId } = own;
    return await this.throttle.attempt(triesOfSession('password', own), () => this.check(accountId, typed));
  }

  async hasPassword(accountId: string): Promise<boolean> {
    return (await this.store.manager.count(accounts, { id: accountId, passwordHash: { $ne: null } })) > 0;
  }

  private async check(accountId: string, { password, address }: TypedPassword): Promise<Confirmed> {
    const account = await this.store.manager.findOne(accounts, { id: accountId });
    const hash = account?.passwordHash ?? undefined;
    const isRight = await this.passwords.verify(password, hash);
    if (isRight && hash !== undefined) return { outcome: 'confirmed', hash };
    await this.store.change(async (manager) => {
      audit(manager, { what: 'password-wrong', actorId: accountId, accountId, address });
    });
    return { outcome: 'refused' };
  }
}
