import { FindSessions } from './find-sessions.js';
import { AddPasskey } from './passkeys/add-passkey.js';
import { Passkeys } from './passkeys/passkeys.js';
import { SignInWithPasskey } from './passkeys/sign-in-with-passkey.js';
import { ChangePassword } from './passwords/change-password.js';
import { ConfirmPassword } from './passwords/confirm-password.js';
import { Admission } from './second-factor/admission.js';
import { FinishSignIn } from './second-factor/finish-sign-in.js';
import { SecondFactors } from './second-factor/second-factors.js';

export const CREDENTIAL_PROVIDERS = [
  AddPasskey,
  Admission,
  ChangePassword,
  ConfirmPassword,
  FindSessions,
  FinishSignIn,
  Passkeys,
  SecondFactors,
  SignInWithPasskey,
];
