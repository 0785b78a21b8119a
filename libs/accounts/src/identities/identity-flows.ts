import { Injectable } from '@nestjs/common';
import { raw } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { identityFlows } from '../entities/identity-flow.js';
import { PeopleStore } from '../people-store.js';
import { removeExpired } from '../remove-expired.js';
import { hashOfSecret, newSecret } from '../secret.js';
import { rateFrom } from '../throttle/rate-of.js';
import { Throttle, type TooOften } from '../throttle/throttle.js';

/** What has to be the same when somebody comes back from the provider. */
export interface IdentityFlow {
  /** Of PKCE (RFC 7636). */
  readonly codeVerifier: string;
  readonly nonce: string;
  /** The page that they wanted to see: a path inside the app. */
  readonly nextPath: string | undefined;
  /** Who wants to connect the identity to their account; undefined for somebody who signs in. */
  readonly accountId: string | undefined;
}

/** The two halves of what takes a flow up again: one goes to the provider and back, the other stays in the browser. */
export interface FlowKey {
  readonly state: string;
  readonly browser: string;
}

export interface Begun extends FlowKey {
  readonly outcome: 'begun';
}

/** Those who are at the provider just now. */
@Injectable()
export class IdentityFlows {
  constructor(
    private readonly store: PeopleStore,
    private readonly throttle: Throttle,
  ) {}

  /** @param address of the network from which it is begun */
  async begin(flow: IdentityFlow, address: string): Promise<Begun | TooOften> {
    const tooOften = await this.throttle.spend([rateFrom('identity-flow', address)]);
    return tooOften ?? { outcome: 'begun', ...(await this.make(flow)) };
  }

  private async make({ codeVerifier, nonce, nextPath, accountId }: IdentityFlow): Promise<FlowKey> {
    const key = { state: newSecret(), browser: newSecret() };
    await this.store.change(async (manager) => {
      await removeExpired(manager, 'identity_flows');
      manager.create(identityFlows, {
        id: uuidv7(),
        ...hashesOf(key),
        codeVerifier,
        nonce,
        nextPath: nextPath ?? null,
        accountId: accountId ?? null,
      });
    });
    return key;
  }

  /** Takes it up, once. @returns undefined when it is unknown, used, expired, or was begun in another browser */
  async take(key: FlowKey): Promise<IdentityFlow | undefined> {
    return await this.store.change(async (manager) => {
      const working = { ...hashesOf(key), expiresAt: { $gt: raw<Date>('clock_timestamp()') } };
      const flow = await manager.findOne(identityFlows, working);
      const taken = await manager.nativeDelete(identityFlows, working);
      if (flow === null || taken !== 1) return undefined;
      const { codeVerifier, nonce, nextPath, accountId } = flow;
      return { codeVerifier, nonce, nextPath: nextPath ?? undefined, accountId: accountId ?? undefined };
    });
  }
}

const hashesOf = ({ state, browser }: FlowKey) => ({
  stateHash: hashOfSecret(state),
  browserHash: hashOfSecret(browser),
});
