/** What people sign in with, as other libs and apps know it. */
export { FindSessions, type LiveSession } from './find-sessions.js';
export {
  AddPasskey,
  type AddPasskeyRefusal,
  type BeginOutcome,
  type NewPasskey,
} from './passkeys/add-passkey.js';
export type { Site } from './passkeys/passkey-answer.js';
export { Passkeys, type OwnPasskey } from './passkeys/passkeys.js';
export { SignInWithPasskey } from './passkeys/sign-in-with-passkey.js';
export { ChangePassword, type NewPassword, type ChangePasswordRefusal } from './passwords/change-password.js';
export { ConfirmPassword } from './passwords/confirm-password.js';
export { FinishSignIn } from './second-factor/finish-sign-in.js';
export { SecondFactors, type SecondFactorState } from './second-factor/second-factors.js';
