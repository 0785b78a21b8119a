import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { passkeyChallenges } from '../entities/passkey-challenge.js';
import { removeExpired } from '../remove-expired.js';
import { hashOfSecret } from '../secret.js';
import { ago } from '../session-life.js';

const LIFE = '5 minutes';

/**
 * Makes a challenge, as bytes that are to be signed.
 *
 * @param sessionId the session in which a passkey is added; null for signing in
 */
export async function newChallenge(manager: EntityManager, sessionId: string | null) {
  await removeExpired(manager, 'passkey_challenges');
  const challenge = Uint8Array.from(randomBytes(32));
  manager.create(passkeyChallenges, { challengeHash: hashOfChallenge(challenge), sessionId });
  return challenge;
}

/** Uses a challenge up. @param challenge in base64url. @returns false when there is none such (any more) */
export async function takeChallenge(manager: EntityManager, challenge: string, sessionId: string | null) {
  const challengeHash = hashOfChallenge(Buffer.from(challenge, 'base64url'));
  const taken = { challengeHash, sessionId, createdAt: { $gt: ago(LIFE) } };
  return (await manager.nativeDelete(passkeyChallenges, taken)) > 0;
}

const hashOfChallenge = (challenge: Uint8Array) => hashOfSecret(Buffer.from(challenge).toString('base64url'));
