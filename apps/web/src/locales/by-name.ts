import { presentLocale } from './present-locale.js';

/** Compares names as whoever is being answered sorts them. */
export const byName = (one: string, other: string): number =>
  one.localeCompare(other, presentLocale().language, { numeric: true });
