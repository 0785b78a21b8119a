import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../audit.js';
import { accounts } from '../entities/account.js';
import { recoveryCodes } from '../entities/recovery-code.js';
import { secondFactors } from '../entities/second-factor.js';
import { PeopleStore } from '../people-store.js';
import { ago } from '../session-life.js';
import { makeRecoveryCodes } from './recovery-codes.js';
import { removeSecondFactor } from './remove-second-factor.js';
import { keyAddress, keyText, newKey, plainCode, stepOf } from './totp.js';

export type SecondFactorState =
  | { readonly state: 'off' }
  /** The key is to be put into an app. */
  | { readonly state: 'begun'; readonly key: string; readonly keyAddress: string }
  | { readonly state: 'on'; readonly codesLeft: number };

/** A key that was shown and not confirmed is forgotten after a while: somebody may have seen it. */
const TO_CONFIRM = '30 minutes';

/** The second factor of somebody who is signed in. Passwords have been confirmed before. */
@Injectable()
export class SecondFactors {
  constructor(private readonly store: PeopleStore) {}

  async stateOf(accountId: string): Promise<SecondFactorState> {
    const { manager } = this.store;
    const factor = await manager.findOne(secondFactors, {
      accountId,
      $or: [{ confirmedAt: { $ne: null } }, { createdAt: { $gt: ago(TO_CONFIRM) } }],
    });
    if (factor === null) return { state: 'off' };
    if (factor.confirmedAt)
      return { state: 'on', codesLeft: await manager.count(recoveryCodes, { accountId }) };
    const { email } = await manager.findOneOrFail(accounts, { id: accountId });
    return { state: 'begun', key: keyText(factor.key), keyAddress: keyAddress(factor.key, email) };
  }

  /** Makes a key to put into an app. One that is in use already stays. */
  async begin(accountId: string): Promise<void> {
    await this.store.change(async (manager) => {
      await manager.nativeDelete(secondFactors, { accountId, confirmedAt: null });
      await manager.execute(
        'insert into second_factors (account_id, key) values (?, ?) on conflict (account_id) do nothing',
        [accountId, newKey()],
      );
    });
  }

  /** Switches it on. @returns the recovery codes; undefined when it is not the code of the key that was shown */
  async confirm(accountId: string, code: string, address: string): Promise<readonly string[] | undefined> {
    return await this.store.change(async (manager) => {
      const factor = await manager.findOne(
        secondFactors,
        { accountId, confirmedAt: null, createdAt: { $gt: ago(TO_CONFIRM) } },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const now = new Date();
      const step = factor === null ? undefined : stepOf(plainCode(code), factor.key, now);
      if (factor === null || step === undefined) return undefined;
      Object.assign(factor, { confirmedAt: now, lastStep: step });
      audit(manager, { what: 'second-factor-on', actorId: accountId, accountId, address });
      return await makeRecoveryCodes(manager, accountId);
    });
  }

  /** @returns new recovery codes in place of the old ones; undefined when the second factor is off */
  async renewCodes(accountId: string, address: string): Promise<readonly string[] | undefined> {
    return await this.store.change(async (manager) => {
      if (!(await hasSecondFactor(manager, accountId))) return undefined;
      audit(manager, { what: 'recovery-codes-made', actorId: accountId, accountId, address });
      return await makeRecoveryCodes(manager, accountId);
    });
  }

  async switchOff(accountId: string, address: string): Promise<void> {
    await this.store.change((manager) =>
      removeSecondFactor(manager, { actorId: accountId, accountId, address }),
    );
  }
}

export async function hasSecondFactor(manager: EntityManager, accountId: string): Promise<boolean> {
  return (await manager.count(secondFactors, { accountId, confirmedAt: { $ne: null } })) > 0;
}
