import { Injectable } from '@nestjs/common';
import { raw } from '@mikro-orm/postgresql';
import { audit } from './audit.js';
import { accountLinks } from './entities/account-link.js';
import { accounts } from './entities/account.js';
import { findByEmail } from './find-by-email.js';
import { addLink } from './links.js';
import { PeopleStore } from './people-store.js';

interface Asked {
  /** By whom, where that is known. */
  readonly actorId?: string;
  /** From where. */
  readonly address?: string;
  /** Links that may work at once: without it, as many as are asked for. */
  readonly atMost?: number;
}

/** Links for those who have forgotten their password. */
@Injectable()
export class AccountLinks {
  constructor(private readonly store: PeopleStore) {}

  /**
   * Makes a link that works once, for an hour: `/reset/` and the secret that is answered.
   *
   * @param account its e-mail address, or its id
   * @returns undefined when there is no such account, it is disabled, or it has enough links
   */
  async create(account: string, purpose: 'reset', asked: Asked = {}): Promise<string | undefined> {
    return await this.store.change(async (manager) => {
      const found = account.includes('@')
        ? await findByEmail(manager, account)
        : await manager.findOne(accounts, { id: account });
      if (found === null || found.disabledAt !== null) return undefined;
      const { actorId, address, atMost = Infinity } = asked;
      if ((await manager.count(accountLinks, workingOf(found.id))) >= atMost) return undefined;
      audit(manager, { what: 'reset-link-made', actorId, accountId: found.id, address });
      return await addLink(manager, { accountId: found.id, purpose });
    });
  }
}

function workingOf(accountId: string) {
  return { accountId, purpose: 'reset' as const, usedAt: null, expiresAt: { $gt: raw('clock_timestamp()') } };
}
