import { LANGUAGES, type Language } from './catalogue.js';
import type { Locale } from './present-locale.js';

/** What somebody has chosen in their account. */
interface Chosen {
  readonly language: string;
  readonly timeZone: string;
}

/** As somebody has chosen it. @param otherwise the language of those who leave it to their browser */
export function chosenLocale({ language: chosen, timeZone }: Chosen, otherwise: Language): Locale {
  return { language: LANGUAGES.find((each) => each === chosen) ?? otherwise, timeZone };
}
