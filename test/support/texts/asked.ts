import { CATALOGUE, type MessageKey } from '../../../apps/web/src/locales/index.js';
import { ELEMENTS } from '../../../apps/web/src/locales/say-in-html.js';
import { placesOf } from './places.js';

/** That some text is said somewhere. */
export interface Said {
  /** All keys that it may be: a part of a key may be found out only when it is said. */
  readonly keys: RegExp;
  /** The names of what is given to it; undefined where that cannot be seen. */
  readonly given?: readonly string[] | undefined;
  /** Whether it becomes HTML, for which texts may have elements. */
  readonly inHtml?: boolean;
}

/** A part of a key that is found out only when it is said. */
export const OPEN = '\uFFFC';

/** `todos.` and whatever comes behind it. */
export function keysLike(text: string): RegExp {
  return new RegExp(`^${text.replaceAll('.', '\\.').replaceAll(OPEN, '[\\w-]+')}$`);
}

/** Every text of a language, by its key. */
export function textsOf(language: keyof typeof CATALOGUE): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(CATALOGUE[language]).flatMap(([area, texts]: [string, Record<string, string>]) =>
      Object.entries(texts).map(([name, text]): [MessageKey, string] => [
        `${area}.${name}` as MessageKey,
        text,
      ]),
    ),
  );
}

/** What is wrong with the way in which a text is said: that there is none, or that a value is missing or too many. */
export function faultsOf({ keys, given, inHtml = false }: Said, texts = textsOf('en')): readonly string[] {
  const meant = [...texts].filter(([key]) => keys.test(key));
  if (meant.length === 0) return [`no text is ${keys.source}`];
  if (given === undefined) return [];
  const asked = meant.map(([key, text]) => [key, namesIn(text, inHtml)] as const);
  return [
    ...asked.flatMap(([key, names]) =>
      names.filter((name) => !given.includes(name)).map((name) => `${key} needs ${name}`),
    ),
    ...given
      .filter((name) => !asked.some(([, names]) => names.includes(name)))
      .map((name) => `${keys.source} has no place for ${name}`),
  ];
}

function namesIn(text: string, inHtml: boolean): readonly string[] {
  const names = placesOf(text)
    .filter(({ name, kind }) => !(inHtml && kind === 'tag' && Object.hasOwn(ELEMENTS, name)))
    .map(({ name }) => name);
  return [...new Set(names)];
}
