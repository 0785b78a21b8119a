import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '../audit.js';
import { accounts } from '../entities/account.js';
import { passkeys } from '../entities/passkey.js';
import { ConfirmPassword } from '../passwords/confirm-password.js';
import { PeopleStore } from '../people-store.js';
import { parseName, type NameRefusal } from '../profile.js';
import { requireSession } from '../require-session.js';
import { isFresh } from '../session-life.js';
import type { SessionOf } from '../sessions.js';
import type { TooManyTries } from '../throttle/throttle.js';
import { newChallenge, takeChallenge } from './challenges.js';
import { challengeIn, handleOf, unlessRefused, type Site } from './passkey-answer.js';

export type AddPasskeyRefusal = NameRefusal | 'password-wrong';

export type BeginOutcome =
  | { readonly outcome: 'begun'; readonly options: PublicKeyCredentialCreationOptionsJSON }
  | { readonly outcome: 'refused'; readonly refusal: AddPasskeyRefusal }
  | TooManyTries;

const refused = (refusal: AddPasskeyRefusal) => ({ outcome: 'refused', refusal }) as const;

export interface NewPasskey {
  readonly name: string;
  readonly answer: RegistrationResponseJSON;
}

/** What nearly every authenticator can do, and nothing weaker: Ed25519, ECDSA on P-256, RSA with SHA-256. */
const ALGORITHMS = [-8, -7, -257];

/** Gives somebody a passkey, in two steps: what the authenticator is asked, and what it answers. */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly store: PeopleStore,
    private readonly confirming: ConfirmPassword,
  ) {}

  /** Whether nothing but the session has to be shown: it has just been begun. */
  async isFresh({ sessionId }: SessionOf): Promise<boolean> {
    return await isFresh(this.store.manager, sessionId);
  }

  async begin(
    own: SessionOf,
    typed: { readonly name: string; readonly password: string },
    { host, address }: Site & { readonly address: string },
  ): Promise<BeginOutcome> {
    const { accountId, sessionId } = own;
    const name = parseName(typed.name);
    if (!name.ok) return refused(name.refusal);
    const { password } = typed;
    const confirmed =
      (await this.isFresh(own)) || (await this.confirming.confirm(own, { password, address }));
    if (confirmed !== true && confirmed.outcome !== 'confirmed')
      return confirmed.outcome === 'refused' ? refused('password-wrong') : confirmed;
    return await this.store.change(async (manager) => {
      const challenge = await newChallenge(manager, sessionId);
      return { outcome: 'begun', options: await optionsFor(manager, { accountId, host, challenge }) };
    });
  }

  /** @returns false when the answer does not belong to what was asked in this session within the last minutes */
  async finish(
    { accountId, sessionId }: SessionOf,
    { name, answer }: NewPasskey,
    site: Site & { readonly address: string },
  ): Promise<boolean> {
    const parsed = parseName(name);
    const challenge = challengeIn(answer.response);
    if (!parsed.ok || challenge === undefined) return false;
    return await this.store.change(async (manager) => {
      await requireSession(manager, { accountId, sessionId });
      if (!(await takeChallenge(manager, challenge, sessionId))) return false;
      const passkey = await verify(answer, challenge, site);
      if (passkey === undefined || (await isKnown(manager, passkey.credentialId))) return false;
      manager.create(passkeys, { ...passkey, id: uuidv7(), accountId, name: parsed.text, lastUsedAt: null });
      const { address } = site;
      audit(manager, { what: 'passkey-added', actorId: accountId, accountId, address });
      return true;
    });
  }
}

interface Asked {
  readonly accountId: string;
  readonly host: string;
  readonly challenge: Uint8Array<ArrayBuffer>;
}

async function optionsFor(manager: EntityManager, { accountId, host, challenge }: Asked) {
  const account = await manager.findOneOrFail(accounts, { id: accountId });
  const own = await manager.find(passkeys, { accountId });
  return await generateRegistrationOptions({
    rpName: 'Garbanzo',
    rpID: host,
    userID: handleOf(accountId),
    userName: account.email,
    userDisplayName: account.name,
    challenge,
    timeout: 5 * 60_000,
    excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    // So that it can be found without an e-mail address, and counts as both factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

async function verify(response: RegistrationResponseJSON, expectedChallenge: string, { host, origin }: Site) {
  const verified = await unlessRefused(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (verified?.verified !== true) return undefined;
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports };
}

const isKnown = async (manager: EntityManager, credentialId: string) =>
  (await manager.count(passkeys, { credentialId })) > 0;
