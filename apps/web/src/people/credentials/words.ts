import type { AddPasskeyRefusal, ChangePasswordRefusal } from '#libs/accounts';
import { durationWords, PROFILE_REFUSALS } from '../words.js';

export const PASSWORD_WRONG = 'That is not your password. Type the one that you sign in with.';

export const PASSWORD_REFUSALS: Readonly<Record<ChangePasswordRefusal, string>> = {
  'password-short': PROFILE_REFUSALS['password-short'],
  'password-long': PROFILE_REFUSALS['password-long'],
  'password-common': PROFILE_REFUSALS['password-common'],
  'password-personal': PROFILE_REFUSALS['password-personal'],
  'password-stale':
    'You signed in more than 10 minutes ago. Sign out, sign in again, and set the password then: so nobody else can who finds this browser open.',
  'current-wrong': PASSWORD_WRONG,
};

export const ADD_PASSKEY_REFUSALS: Readonly<Record<AddPasskeyRefusal, string>> = {
  'name-empty': 'Give it a name, such as the device that it is on.',
  'name-too-long': PROFILE_REFUSALS['name-too-long'],
  'name-not-text': PROFILE_REFUSALS['name-not-text'],
  'password-wrong': PASSWORD_WRONG,
};

export const CODE_WRONG =
  'That is not the right code, or it was used before. Type the one that your app shows now; when it changes, the next one.';
export const codeTooSoon = (seconds: number) =>
  `Too many codes were wrong. Wait ${durationWords(seconds)} before you type the next one, or use a recovery code.`;

export const PASSKEY_NOT_ADDED =
  'The passkey was not added: it took longer than 5 minutes, or you have it already. Try again.';
export const PASSKEY_IS_LAST =
  'This is your last passkey, and you have no password: without it you could not sign in any more. Set a password or add another passkey first.';
