/**
 * Every text that people read, in every language, and how days and times are written. It must not know who asks for what: a
 * text is asked for by its key, and comes in the language of whoever is being answered.
 */
export { say, type MessageKey, type Values } from './say.js';
export { link, sayInHtml } from './say-in-html.js';
export { LANGUAGES, type Language } from './catalogue.js';
export { CATALOGUE } from './texts.js';
export { changeLocale, inEnglish, inLocale, presentLocale, type Locale } from './present-locale.js';
export { chosenLocale } from './chosen-locale.js';
export { durationWords } from './durations.js';
export { languageName } from './language-name.js';
export { preferredLanguage } from './preferred-language.js';
export * from './dates.js';
export * from './plain-days.js';
export { byName } from './by-name.js';
export { listWords } from './list-words.js';
