import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, MessageKey } from './catalogue.js';
import { TAGS } from './tags.js';
import { CATALOGUE } from './texts.js';

type Formats = Map<string, IntlMessageFormat>;

const formats: Readonly<Record<Language, Formats>> = { en: new Map(), de: new Map() };

/** A text in ICU's message syntax, read when it is first said. */
export function formatOf(language: Language, key: MessageKey): IntlMessageFormat {
  const known = formats[language].get(key);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(textOf(language, key), TAGS[language]);
  formats[language].set(key, format);
  return format;
}

/** As the catalogue has it. @throws Error when there is no such key: a template is wrong */
function textOf(language: Language, key: string): string {
  const [area = '', name = ''] = key.split('.', 2);
  const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = CATALOGUE[language];
  const text = areas[area]?.[name];
  if (text === undefined) throw new Error(`There is no text ${key}`);
  return text;
}
