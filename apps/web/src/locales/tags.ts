import type { Language } from './catalogue.js';

/** How days, numbers and lists are written (BCP 47): British English has the day before the month. */
export const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };
