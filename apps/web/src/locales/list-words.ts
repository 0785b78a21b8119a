import { presentLocale } from './present-locale.js';
import { TAGS } from './tags.js';

/** `Monday, Wednesday and Friday` */
export function listWords(all: readonly string[]): string {
  return new Intl.ListFormat(TAGS[presentLocale().language], { type: 'conjunction' }).format(all);
}
