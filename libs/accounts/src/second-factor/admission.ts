import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { pendingSignIns } from '../entities/pending-sign-in.js';
import { removeExpired } from '../remove-expired.js';
import { hashOfSecret, newSecret } from '../secret.js';
import { Sessions, type SessionToken, type Visit } from '../sessions.js';
import { hasSecondFactor } from './second-factors.js';

export type Admitted =
  | ({ readonly outcome: 'done' } & SessionToken)
  /** The token is of no session: it only says which sign-in a code belongs to. */
  | { readonly outcome: 'second-factor'; readonly token: string };

/** Lets somebody in who has shown one factor, such as the password; or asks for the second one of those who have it. */
@Injectable()
export class Admission {
  constructor(private readonly sessions: Sessions) {}

  async admit(manager: EntityManager, accountId: string, visit: Visit): Promise<Admitted> {
    if (await hasSecondFactor(manager, accountId)) {
      await removeExpired(manager, 'pending_sign_ins');
      const token = newSecret();
      const tokenHash = hashOfSecret(token);
      manager.create(pendingSignIns, { id: uuidv7(), accountId, tokenHash, failures: 0 });
      return { outcome: 'second-factor', token };
    } else {
      return { outcome: 'done', ...(await this.sessions.begin(manager, accountId, visit)) };
    }
  }
}
