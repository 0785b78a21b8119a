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
  const guessed = letters(password);
  return guessed !== '' && [APP, ...known(person)].map(letters).includes(guessed);
}

function known(person: Person | undefined): readonly string[] {
  if (person === undefined) return [];
  const { name, email } = person;
  return [name, email, email.slice(0, email.indexOf('@'))];
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();
const letters = (text: string) => folded(text).replaceAll(/[^\p{L}]/gu, '');
