import type { AddPasskeyRefusal, ChangePasswordRefusal } from '#libs/accounts';
import { say } from '../../locales/index.js';

/** Why a password stays as it is, and what to do about it. */
export function passwordRefusalWords(refusal: ChangePasswordRefusal): string {
  if (refusal === 'current-wrong') return say('credentials.password-wrong');
  else return say(refusal === 'password-stale' ? `credentials.${refusal}` : `account.${refusal}`);
}

/** Why a passkey does not get its name, or is not made. */
export function passkeyRefusalWords(refusal: AddPasskeyRefusal): string {
  const isOfPasskeys = refusal === 'name-empty' || refusal === 'password-wrong';
  return say(isOfPasskeys ? `credentials.${refusal}` : `account.${refusal}`);
}
