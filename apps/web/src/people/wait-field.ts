import type { TooManyTries, TooOften } from '#libs/accounts';
import { durationWords, say } from '../locales/index.js';
import type { RefusedField } from './person-form.js';

/** Says at a field of a form for how long it will be refused, whatever is typed. */
export function waitField(field: string, { outcome, seconds }: TooManyTries | TooOften): RefusedField {
  const error = say(`signIn.${outcome}`, { duration: durationWords(seconds) });
  return { field, error, wait: seconds };
}
