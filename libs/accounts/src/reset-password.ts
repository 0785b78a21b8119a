import { Injectable } from '@nestjs/common';
import { audit } from './audit.js';
import { accounts } from './entities/account.js';
import { endAccess, type EndedAccess } from './end-access.js';
import { holderOf, type Holder } from './holder.js';
import { findLink, takeLink } from './links.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { parsePassword, type PasswordRefusal } from './profile.js';

export type ResetOutcome =
  /** With whom to tell, and what it has ended. */
  | { readonly outcome: 'done'; readonly holder: Holder; readonly ended: EndedAccess }
  | { readonly outcome: 'refused'; readonly refusal: PasswordRefusal }
  /** The link is unknown, used or expired: nobody is told which. */
  | { readonly outcome: 'link-invalid' };

/** A new password for who has a link: whoever uses it has to sign in afterwards, and whoever could get in before cannot any more. */
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
    const person = await this.find(secret);
    if (person === null) return { outcome: 'link-invalid' };
    const parsed = parsePassword(password, person);
    if (!parsed.ok) return { outcome: 'refused', refusal: parsed.refusal };
    const passwordHash = await this.passwords.hash(parsed.text);
    return await this.store.change(async (manager) => {
      const link = await takeLink(manager, secret, 'reset');
      if (link === null) return { outcome: 'link-invalid' };
      const { accountId } = link;
      await manager.nativeUpdate(accounts, { id: accountId }, { passwordHash });
      const holder = holderOf(await manager.findOneOrFail(accounts, { id: accountId }));
      const ended = await endAccess(manager, accountId, address);
      audit(manager, { what: 'password-reset', accountId, address, details: inWords(ended) });
      return { outcome: 'done', holder, ended };
    });
  }

  /** Whose link it is, if it still works. */
  private async find(secret: string) {
    const { manager } = this.store;
    const link = await findLink(manager, secret, 'reset');
    return link && (await manager.findOne(accounts, { id: link.accountId }));
  }
}

const inWords = (ended: EndedAccess) =>
  Object.fromEntries(Object.entries(ended).map(([name, count]) => [name, String(count)]));
