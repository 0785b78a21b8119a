import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { audit } from '../audit.js';
import { accounts } from '../entities/account.js';
import { passkeys } from '../entities/passkey.js';
import { waysToSignIn } from '../ways-to-sign-in.js';
import { PeopleStore } from '../people-store.js';
import { parseName, type NameRefusal } from '../profile.js';

export interface PasskeyOf {
  readonly accountId: string;
  readonly passkeyId: string;
}

export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export type RenameOutcome = 'done' | 'not-there' | NameRefusal;
export type RemoveOutcome = 'done' | 'not-there' | 'last-one';

/** The passkeys of somebody who is signed in. */
@Injectable()
export class Passkeys {
  constructor(private readonly store: PeopleStore) {}

  async of(accountId: string): Promise<readonly OwnPasskey[]> {
    const found = await this.store.manager.find(passkeys, { accountId }, { orderBy: { id: 'asc' } });
    return found.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt,
      lastUsedAt: lastUsedAt ?? null,
    }));
  }

  async rename({ accountId, passkeyId }: PasskeyOf, typed: string): Promise<RenameOutcome> {
    const name = parseName(typed);
    const own = { id: passkeyId, accountId };
    return await this.store.change(async (manager) => {
      if ((await manager.count(passkeys, own)) === 0) return 'not-there';
      if (!name.ok) return name.refusal;
      await manager.nativeUpdate(passkeys, own, { name: name.text });
      return 'done';
    });
  }

  /** Nobody removes the last thing that lets them in. */
  async remove({ accountId, passkeyId }: PasskeyOf, address: string): Promise<RemoveOutcome> {
    return await this.store.change(async (manager) => {
      // Two that remove the last two wait for each other here.
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      await manager.findOneOrFail(accounts, { id: accountId }, { lockMode });
      const passkey = await manager.findOne(passkeys, { id: passkeyId, accountId });
      if (passkey === null) return 'not-there';
      if ((await waysToSignIn(manager, accountId)) === 1) return 'last-one';
      manager.remove(passkey);
      audit(manager, { what: 'passkey-removed', actorId: accountId, accountId, address });
      return 'done';
    });
  }
}
