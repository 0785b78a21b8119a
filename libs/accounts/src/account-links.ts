import { Injectable } from '@nestjs/common';
import { LockMode, raw } from '@mikro-orm/postgresql';
import { audit } from './audit.js';
import { accountLinks } from './entities/account-link.js';
import { findByEmail } from './find-by-email.js';
import { holderOf, type Holder } from './holder.js';
import { addLink } from './links.js';
import { PeopleStore } from './people-store.js';
import { rateFrom } from './throttle/rate-of.js';
import { Throttle, type TooOften } from './throttle/throttle.js';

/** Links of one account that are sent by mail and work at once: nobody's mailbox is filled by others. */
const MAILED_AT_MOST = 3;

/** Links that are mailed to those who have forgotten their password: `/reset/` and a secret. They work once, for an hour. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly store: PeopleStore,
    private readonly throttle: Throttle,
  ) {}

  /** Whether who comes from this address of the network may ask (again): it is not looked at for whom. */
  async mayAsk(address: string): Promise<TooOften | undefined> {
    return await this.throttle.spend([rateFrom('forgotten-password', address)]);
  }

  /**
   * For who asks from this address of the network, and is sent it.
   *
   * @returns its secret, and whom to send it to
   */
  async createForMail(email: string, address: string): Promise<{ secret: string; to: Holder } | undefined> {
    return await this.store.change(async (manager) => {
      const found = await findByEmail(manager, email);
      if (found === null || found.disabledAt !== null) return undefined;
      // One after the other, so that several at the same time are counted.
      await manager.lock(found, LockMode.PESSIMISTIC_WRITE);
      if ((await manager.count(accountLinks, workingOf(found.id))) >= MAILED_AT_MOST) return undefined;
      audit(manager, { what: 'reset-link-made', accountId: found.id, address });
      return {
        secret: await addLink(manager, { accountId: found.id, purpose: 'reset' }),
        to: holderOf(found),
      };
    });
  }
}

function workingOf(accountId: string) {
  return { accountId, purpose: 'reset' as const, usedAt: null, expiresAt: { $gt: raw('clock_timestamp()') } };
}
