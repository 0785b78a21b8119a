import type { MessageKey } from './catalogue.js';
import { formatOf } from './format-of.js';
import { presentLocale } from './present-locale.js';

export type { MessageKey } from './catalogue.js';

/** What stands in the places of a text, by their names. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * A text in the language of whoever is being answered. What people have written is given as `quoted` or `isolated`.
 *
 * @throws Error when a value is missing that the text asks for
 */
export function say(key: MessageKey, values: Values = {}): string {
  return String(formatOf(presentLocale().language, key).format({ ...values }));
}
