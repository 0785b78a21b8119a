import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from './catalogue.js';

/** How somebody reads texts and times. */
export interface Locale {
  readonly language: Language;
  /** Of the IANA database. */
  readonly timeZone: string;
}

/** Of what nobody has asked for in a browser. */
const DEFAULT: Locale = { language: 'en', timeZone: 'UTC' };

const present = new AsyncLocalStorage<{ locale: Locale }>();

/** Whatever the work says is said in this locale. */
export function inLocale<Result>(locale: Locale, work: () => Result): Result {
  return present.run({ locale }, work);
}

/** For logs, which whoever runs the app reads. */
export const inEnglish = <Result>(work: () => Result): Result => inLocale(DEFAULT, work);

/** From here on, when it has turned out who asks. @throws Error outside of `inLocale` */
export function changeLocale(locale: Locale): void {
  const store = present.getStore();
  if (store === undefined) throw new Error('Nobody is being answered here');
  store.locale = locale;
}

/** The locale of whoever is being answered. */
export const presentLocale = (): Locale => present.getStore()?.locale ?? DEFAULT;
