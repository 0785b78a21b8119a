import type { TooManyTries, TooOften } from '#libs/accounts';
import type { RefusedField } from './person-form.js';
import { tooManyTries, tooOften } from './words.js';

/** Says at a field of a form for how long it will be refused, whatever is typed. */
export function waitField(field: string, { outcome, seconds }: TooManyTries | TooOften): RefusedField {
  const words = outcome === 'too-many-tries' ? tooManyTries : tooOften;
  return { field, error: words(seconds), wait: seconds };
}
