import type { LANGUAGES, THEMES } from '#libs/accounts';
import { choicesOf } from './choices.js';

/** As ISO 8601 counts them: 1 is Monday. */
export const DAYS_OF_WEEK = ['1', '2', '3', '4', '5', '6', '7'] as const;

const LANGUAGE_LABELS: Readonly<Record<(typeof LANGUAGES)[number], string>> = {
  browser: 'As the browser has it',
  en: 'English',
  de: 'Deutsch',
};

const DAY_LABELS: Readonly<Record<(typeof DAYS_OF_WEEK)[number], string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

const THEME_LABELS: Readonly<Record<(typeof THEMES)[number], string>> = {
  system: 'As the system has it',
  light: 'Light',
  dark: 'Dark',
};

/** What can be chosen of a profile. */
export const PROFILE_CHOICES = {
  languages: choicesOf(LANGUAGE_LABELS),
  days: choicesOf(DAY_LABELS),
  themes: choicesOf(THEME_LABELS),
};
