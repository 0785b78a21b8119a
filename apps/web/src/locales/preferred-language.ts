import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from './catalogue.js';

/** Most browsers ask in one of a few ways, and to read it takes a hundredth of a page. */
const known = new LRUCache<string, Language>({ max: 200 });

/** The one that a browser likes best of those that there are; English when it likes none of them. */
export function preferredLanguage(acceptLanguage = ''): Language {
  const language = known.get(acceptLanguage) ?? negotiate(acceptLanguage);
  known.set(acceptLanguage, language);
  return language;
}

function negotiate(acceptLanguage: string): Language {
  const headers = { 'accept-language': acceptLanguage };
  const preferred = new Negotiator({ headers }).language([...LANGUAGES]);
  return LANGUAGES.find((language) => language === preferred) ?? 'en';
}
