import { Injectable } from '@nestjs/common';
import { audit } from '../audit.js';
import { accounts } from '../entities/account.js';
import { PeopleStore } from '../people-store.js';
import { Passwords } from './passwords.js';

/** Whether somebody who is signed in also knows the password: who finds a browser unattended does not. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
  ) {}

  /** @returns the hash that it was compared with; undefined when it is wrong, or there is none */
  async confirm(accountId: string, password: string, address: string): Promise<string | undefined> {
    const account = await this.store.manager.findOne(accounts, { id: accountId });
    const hash = account?.passwordHash ?? undefined;
    if (await this.passwords.verify(password, hash)) return hash;
    await this.store.change(async (manager) => {
      audit(manager, { what: 'password-wrong', actorId: accountId, accountId, address });
    });
    return undefined;
  }

  async hasPassword(accountId: string): Promise<boolean> {
    return (await this.store.manager.count(accounts, { id: accountId, passwordHash: { $ne: null } })) > 0;
  }
}
