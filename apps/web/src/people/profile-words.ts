import { LANGUAGES, THEMES } from '#libs/accounts';
import { languageName, say, weekdayWords } from '../locales/index.js';
import type { Choice } from '../views/index.js';

/** As ISO 8601 counts them: 1 is Monday. */
export const DAYS_OF_WEEK = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What can be chosen of a profile. */
export const profileChoices = () => ({
  languages: LANGUAGES.map(languageChoice),
  days: DAYS_OF_WEEK.map((day) => ({ value: day, label: weekdayWords(Number(day)) })),
  themes: THEMES.map((theme) => ({ value: theme, label: say(`account.theme-${theme}`) })),
});

/** Each language calls itself by its own name, for those who read no other one. */
function languageChoice(value: (typeof LANGUAGES)[number]): Choice {
  if (value === 'browser') return { value, label: say('account.language-of-browser') };
  else return { value, label: languageName(value), lang: value };
}
