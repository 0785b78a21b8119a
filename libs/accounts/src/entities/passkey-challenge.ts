import { defineEntity, p } from '@mikro-orm/core';
import { sessions } from './session.js';

/** What a passkey has to sign, so that no signature serves twice. */
export const passkeyChallenges = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenges',
  properties: {
    challengeHash: p.blob().primary(),
    /** Where a passkey is added; null where somebody signs in with one. */
    sessionId: () => p.manyToOne(sessions).mapToPk().nullable().joinColumn('session_id'),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
