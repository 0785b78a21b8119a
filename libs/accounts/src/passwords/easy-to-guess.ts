import { COMMON_PASSWORDS } from './common-passwords.js';

/** What everybody who knows the app would try. */
const APP = 'garbanzo';

/** What others know of somebody. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

export function isCommon(password: string): boolean {
  return COMMON_PASSWORDS.has(folded(password));
}

/** Whether it is somebody's name or address, or what the app is called, with no more than digits and signs added. */
export function isPersonal(password: string, person?: Person): boolean {
  const [mailbox = ''] = person?.email.split('@') ?? [];
  const known = [APP, person?.name ?? '', person?.email ?? '', mailbox].map(letters);
  const guessed = letters(password);
  return guessed !== '' && known.includes(guessed);
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();
const letters = (text: string) => folded(text).replaceAll(/[^\p{L}]/gu, '');
