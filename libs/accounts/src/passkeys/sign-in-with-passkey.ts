import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { audit } from '../audit.js';
import { accounts } from '../entities/account.js';
import { passkeys } from '../entities/passkey.js';
import { PeopleStore } from '../people-store.js';
import { Sessions, type SessionToken, type Visit } from '../sessions.js';
import { rateFrom } from '../throttle/rate-of.js';
import { Throttle, type TooOften } from '../throttle/throttle.js';
import { newChallenge, takeChallenge } from './challenges.js';
import { challengeIn, handleOf, unlessRefused, type Site } from './passkey-answer.js';

export type PasskeySignInOutcome =
  ({ readonly outcome: 'done' } & SessionToken) | { readonly outcome: 'refused' };

export interface PasskeyQuestion {
  readonly outcome: 'begun';
  readonly options: PublicKeyCredentialRequestOptionsJSON;
}

/** Signs people in with a passkey alone: that they have it is one factor, and that it asked for a finger or a PIN another. */
@Injectable()
export class SignInWithPasskey {
  constructor(
    private readonly store: PeopleStore,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
  ) {}

  /** What the authenticator is asked. Nobody has said yet who they are. @param address of the network */
  async begin({ host }: Site, address: string): Promise<PasskeyQuestion | TooOften> {
    const tooOften = await this.throttle.spend([rateFrom('passkey-challenge', address)]);
    return tooOften ?? { outcome: 'begun', options: await this.ask(host) };
  }

  private async ask(host: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const challenge = await this.store.change((manager) => newChallenge(manager, null));
    const userVerification = 'required';
    return await generateAuthenticationOptions({
      rpID: host,
      challenge,
      userVerification,
      timeout: 5 * 60_000,
    });
  }

  async finish(answer: AuthenticationResponseJSON, site: Site, visit: Visit): Promise<PasskeySignInOutcome> {
    const challenge = challengeIn(answer.response) ?? '';
    return await this.store.change(async (manager) => {
      // What nobody was asked for says nothing, and could be sent without end: not even a line is left of it.
      if (!(await takeChallenge(manager, challenge, null))) return { outcome: 'refused' };
      const passkey = await this.find(manager, answer);
      const mayUse = passkey !== null && (await isTheirs(manager, passkey, answer));
      const counter = mayUse ? await verify(answer, { challenge, passkey, site }) : undefined;
      const { address } = visit;
      if (passkey === null || counter === undefined) {
        audit(manager, { what: 'sign-in-failed', accountId: passkey?.accountId, address });
        return { outcome: 'refused' };
      }
      const { accountId } = passkey;
      Object.assign(passkey, { counter, lastUsedAt: new Date() });
      audit(manager, { what: 'passkey-used', actorId: accountId, accountId, address });
      return { outcome: 'done', ...(await this.sessions.begin(manager, accountId, visit)) };
    });
  }

  /** Locked: of two answers with the same counter, one waits for the other here. */
  private async find(manager: EntityManager, { id }: AuthenticationResponseJSON) {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    return await manager.findOne(passkeys, { credentialId: id }, { lockMode });
  }
}

/** Whether the authenticator keeps it for the same account, which is one that may sign in. */
async function isTheirs(
  manager: EntityManager,
  { accountId }: { readonly accountId: string },
  { response }: AuthenticationResponseJSON,
): Promise<boolean> {
  if (response.userHandle !== Buffer.from(handleOf(accountId)).toString('base64url')) return false;
  return (await manager.count(accounts, { id: accountId, disabledAt: null })) > 0;
}

interface Expected {
  readonly challenge: string;
  readonly passkey: {
    readonly credentialId: string;
    readonly publicKey: Uint8Array;
    readonly counter: number;
  };
  readonly site: Site;
}

/** @returns how often the passkey has signed; undefined when it has not signed this, or was copied: its counter went back */
async function verify(response: AuthenticationResponseJSON, { challenge, passkey, site }: Expected) {
  const { credentialId: id, counter } = passkey;
  const verified = await unlessRefused(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      credential: { id, publicKey: Uint8Array.from(passkey.publicKey), counter },
      requireUserVerification: true,
    }),
  );
  return verified?.verified === true ? verified.authenticationInfo.newCounter : undefined;
}
