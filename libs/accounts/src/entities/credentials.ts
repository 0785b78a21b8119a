import { passkeyChallenges } from './passkey-challenge.js';
import { passkeys } from './passkey.js';
import { pendingSignIns } from './pending-sign-in.js';
import { recoveryCodes } from './recovery-code.js';
import { secondFactors } from './second-factor.js';

/** What people show beside a password, or instead of one. */
export const CREDENTIALS = [
  passkeyChallenges,
  passkeys,
  pendingSignIns,
  recoveryCodes,
  secondFactors,
] as const;
