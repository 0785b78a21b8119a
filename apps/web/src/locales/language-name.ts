import type { Language } from './catalogue.js';

/** `Deutsch`, as a language calls itself. */
export function languageName(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(language) ?? language;
}
