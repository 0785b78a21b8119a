/** What people sign in with, and where they are signed in. */
import { NewPasskeyController } from './new-passkey.controller.js';
import { PasskeySignInController } from './passkey-sign-in.controller.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasskeysPage } from './passkeys.page.js';
import { PasswordController } from './password.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondStepController } from './second-step.controller.js';
import { SessionsController } from './sessions.controller.js';

export const CREDENTIAL_PAGES = [
  NewPasskeyController,
  PasskeySignInController,
  PasskeysController,
  PasswordController,
  SecondFactorController,
  SecondStepController,
  SessionsController,
];

export const CREDENTIAL_MAKERS = [PasskeysPage];
