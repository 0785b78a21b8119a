import { parseText, type TextProblem } from '#libs/domain';
import { isOwnWords } from './own-words.js';
import { isCommon, isPersonal, type Person } from './passwords/easy-to-guess.js';

/** Of RFC 5321, without the angle brackets. */
const MAX_EMAIL_LENGTH = 254;
/** Of characters, as ASVS 5.0 asks for (6.2.1), and far more than anybody types. */
const PASSWORD_LENGTH = { least: 8, most: 256 };

export type PasswordRefusal = 'password-short' | 'password-long' | 'password-common' | 'password-personal';

/** Why something cannot be called so. */
export type NameRefusal = `name-${TextProblem}`;

export type ProfileRefusal =
  | NameRefusal
  /** Others would take the name for what pages say of somebody else. */
  | 'name-ours'
  | 'email-invalid'
  | 'email-taken'
  | PasswordRefusal
  | 'timeZone-unknown';

type Parsed<Refusal> =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusal: Refusal };

export function parseName(typed: string): Parsed<NameRefusal> {
  const parsed = parseText(typed);
  return parsed.ok ? parsed : { ok: false, refusal: `name-${parsed.problem}` };
}

export function parsePersonName(typed: string): Parsed<NameRefusal | 'name-ours'> {
  const parsed = parseName(typed);
  return parsed.ok && isOwnWords(parsed.text) ? { ok: false, refusal: 'name-ours' } : parsed;
}

/** Only a mail that arrives proves that an address is right; this is what HTML asks of one. */
const EMAIL = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

export function parseEmail(typed: string): Parsed<'email-invalid'> {
  const text = typed.normalize('NFC').trim();
  const isValid = text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text);
  return isValid ? { ok: true, text } : { ok: false, refusal: 'email-invalid' };
}

/**
 * Whatever somebody types is kept as it is: also spaces, and signs of any script.
 *
 * @param person whose password it is to be: what others know of them is no secret
 */
export function parsePassword(typed: string, person: Person): Parsed<PasswordRefusal> {
  const refusal = refusalOf(typed, person);
  return refusal === undefined ? { ok: true, text: typed } : { ok: false, refusal };
}

function refusalOf(typed: string, person: Person): PasswordRefusal | undefined {
  const { length } = Array.from(typed);
  if (length < PASSWORD_LENGTH.least) return 'password-short';
  else if (length > PASSWORD_LENGTH.most) return 'password-long';
  else if (isCommon(typed)) return 'password-common';
  else return isPersonal(typed, person) ? 'password-personal' : undefined;
}

/** By its name: what is so many hours from UTC for ever, such as +02:00, is no zone that anybody lives in. */
export function parseTimeZone(typed: string): Parsed<'timeZone-unknown'> {
  if (!/^[A-Z]/i.test(typed)) return { ok: false, refusal: 'timeZone-unknown' };
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions();
    return { ok: true, text: timeZone };
  } catch {
    return { ok: false, refusal: 'timeZone-unknown' };
  }
}

/** What somebody says of themselves when they get an account. */
export interface Profile {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly timeZone: string;
}

export function parseProfile(typed: Profile): Profile | { readonly refusal: ProfileRefusal } {
  const name = parsePersonName(typed.name);
  const email = parseEmail(typed.email);
  const password = parsePassword(typed.password, typed);
  const timeZone = parseTimeZone(typed.timeZone);
  if (!name.ok) return name;
  else if (!email.ok) return email;
  else if (!password.ok) return password;
  else if (!timeZone.ok) return timeZone;
  else return { name: name.text, email: email.text, password: password.text, timeZone: timeZone.text };
}
