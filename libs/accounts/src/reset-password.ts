import { Injectable } from '@nestjs/common';
import { audit } from './audit.js';
import { accounts } from './entities/account.js';
import { pendingSignIns } from './entities/pending-sign-in.js';
import { sessions } from './entities/session.js';
import { findLink, takeLink, useUpLinks } from './links.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { parsePassword, type PasswordRefusal } from './profile.js';

export type ResetOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused'; readonly refusal: PasswordRefusal }
  /** The link is unknown, used or expired: nobody is told which. */
  | { readonly outcome: 'link-invalid' };

/** A new password for who has a link, and nothing else: whoever uses it has to sign in afterwards. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
  ) {}

  /** Whether the link still works. */
  async isPossible(secret: string): Promise<boolean> {
    return (await findLink(this.store.manager, secret, 'reset')) !== null;
  }

  async reset(secret: string, password: string, address: string): Promise<ResetOutcome> {
    // Hashing costs: nobody has it done with a secret that they have made up.
    const found = await findLink(this.store.manager, secret, 'reset');
    if (found === null) return { outcome: 'link-invalid' };
    const person = await this.store.manager.findOneOrFail(accounts, { id: found.accountId });
    const parsed = parsePassword(password, person);
    if (!parsed.ok) return { outcome: 'refused', refusal: parsed.refusal };
    const passwordHash = await this.passwords.hash(parsed.text);
    return await this.store.change(async (manager) => {
      const link = await takeLink(manager, secret, 'reset');
      if (link === null) return { outcome: 'link-invalid' };
      const { accountId } = link;
      await manager.nativeUpdate(accounts, { id: accountId }, { passwordHash });
      await manager.nativeDelete(sessions, { accountId });
      await manager.nativeDelete(pendingSignIns, { accountId });
      await useUpLinks(manager, accountId);
      audit(manager, { what: 'password-reset', accountId, address });
      return { outcome: 'done' };
    });
  }
}
