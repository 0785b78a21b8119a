import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { accounts } from '../entities/account.js';
import { pendingSignIns } from '../entities/pending-sign-in.js';
import { PeopleStore } from '../people-store.js';
import { hashOfSecret } from '../secret.js';
import { ago } from '../session-life.js';
import { Sessions, type SessionToken, type Visit } from '../sessions.js';
import type { TooManyTries } from '../throttle/throttle.js';
import { checkCode } from './check-code.js';

export type FinishOutcome =
  | ({ readonly outcome: 'done' } & SessionToken)
  | { readonly outcome: 'wrong' }
  | TooManyTries
  /** The password has to be typed again. */
  | { readonly outcome: 'over' };

const MOST_FAILURES = 5;
const LIFE = '10 minutes';

/** The second step of signing in. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly store: PeopleStore,
    private readonly sessions: Sessions,
  ) {}

  /** Whether there is something to finish. */
  async isPending(token: string): Promise<boolean> {
    return (await this.store.manager.count(pendingSignIns, isOpen(token))) > 0;
  }

  async finish(token: string, code: string, visit: Visit): Promise<FinishOutcome> {
    return await this.store.change(async (manager) => {
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const pending = await manager.findOne(pendingSignIns, isOpen(token), { lockMode });
      if (pending === null || !(await isEnabled(manager, pending.accountId))) return { outcome: 'over' };
      const { accountId } = pending;
      const checked = await checkCode(manager, { accountId, code, address: visit.address });
      // What was not looked at is no attempt.
      if (checked.outcome === 'too-many-tries') return checked;
      if (checked.outcome === 'right') {
        manager.remove(pending);
        return { outcome: 'done', ...(await this.sessions.begin(manager, accountId, visit)) };
      } else {
        pending.failures += 1;
        return { outcome: pending.failures < MOST_FAILURES ? 'wrong' : 'over' };
      }
    });
  }
}

const isOpen = (token: string) => ({
  tokenHash: hashOfSecret(token),
  failures: { $lt: MOST_FAILURES },
  createdAt: { $gt: ago(LIFE) },
});

async function isEnabled(manager: EntityManager, accountId: string): Promise<boolean> {
  return (await manager.count(accounts, { id: accountId, disabledAt: null })) > 0;
}
