import { COMMON_PASSWORDS } from './common-passwords.js';

/** What everybody who knows the app would try. */
const APP = 'garbanzo';

/** What others know of somebody. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** Nothing that can be seen: spaces, control and format characters, and blank signs. */
const BLANK = /^[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

export function isCommon(password: string): boolean {
  const guessed = folded(password);
  return COMMON_PASSWORDS.has(guessed) || BLANK.test(guessed) || new Set(guessed).size === 1;
}

/** Whether it is somebody's name or address, or what the app is called, with no more than digits and signs added. */
export function isPersonal(password: string, person: Person): boolean {
  const known = [APP, ...knownOf(person)];
  const guessed = letters(password);
  const isName = guessed !== '' && known.map(letters).includes(guessed);
  return isName || known.map(folded).includes(folded(password).trim());
}

function knownOf({ name, email }: Person): readonly string[] {
  const address = email.trim();
  return [name.trim(), address, address.slice(0, address.lastIndexOf('@'))];
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();
const letters = (text: string) => folded(text).replaceAll(/[^\p{L}]/gu, '');
