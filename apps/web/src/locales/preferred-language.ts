import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from './catalogue.js';

/** The one that a browser likes best of those that there are; English when it likes none of them. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const headers = { 'accept-language': acceptLanguage };
  const preferred = new Negotiator({ headers }).language([...LANGUAGES]);
  return LANGUAGES.find((language) => language === preferred) ?? 'en';
}
