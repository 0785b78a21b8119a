import { CATALOGUE, type Language } from '../../../apps/web/src/locales/index.js';
import { ELEMENTS } from '../../../apps/web/src/locales/say-in-html.js';
import { placesOf } from './places.js';

/** That some text is said somewhere. */
export interface Said {
  /** Its key; several where it is found out only when it is said. */
  readonly keys: readonly string[];
  /** The names of what is given to it; undefined where that cannot be seen. */
  readonly given?: readonly string[] | undefined;
  /** Whether it is said when the code is loaded: nobody is being answered then. */
  readonly tooEarly?: boolean;
  /** Whether it becomes HTML, for which texts may have elements. */
  readonly inHtml?: boolean;
}

/** Every text of a language, by its key. */
export function textsOf(language: Language): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(CATALOGUE[language]).flatMap(([area, texts]: [string, Record<string, string>]) =>
      Object.entries(texts).map(([name, text]): [string, string] => [`${area}.${name}`, text]),
    ),
  );
}

/** What is wrong with the way in which a text is said: that there is none, or that a value is missing or too many. */
export function faultsOf(
  { keys, given, tooEarly = false, inHtml = false }: Said,
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const missing = keys.filter((key) => !texts.has(key)).map((key) => `there is no ${key}`);
  if (tooEarly) return [`${keys.join(', ')} is said too early`];
  if (missing.length > 0 || given === undefined) return missing;
  const asked = keys.map((key) => [key, namesIn(texts.get(key) ?? '', inHtml)] as const);
  return [
    ...asked.flatMap(([key, names]) =>
      names.filter((name) => !given.includes(name)).map((name) => `${key} needs ${name}`),
    ),
    ...given
      .filter((name) => !asked.some(([, names]) => names.includes(name)))
      .map((name) => `${keys.join(', ')} has no place for ${name}`),
  ];
}

function namesIn(text: string, inHtml: boolean): readonly string[] {
  const names = placesOf(text)
    .filter(({ name, kind }) => !(inHtml && kind === 'tag' && Object.hasOwn(ELEMENTS, name)))
    .map(({ name }) => name);
  return [...new Set(names)];
}
