import { CATALOGUE, type MessageKey } from '../../../apps/web/src/locales/index.js';
import { ELEMENTS } from '../../../apps/web/src/locales/say-in-html.js';
import { placesOf } from './places.js';

/** That some text is said somewhere. */
export interface Said {
  /** Its key. `OPEN` stands for a part that is found out only when it is said. */
  readonly key: string;
  /** What that part can be; anything when it is left out. */
  readonly names?: ReadonlySet<string>;
  /** The names of what is given to it; undefined where that cannot be seen. */
  readonly given?: readonly string[] | undefined;
  /** Whether it becomes HTML, for which texts may have elements. */
  readonly inHtml?: boolean;
}

/** A part of a key that is found out only when it is said. */
export const OPEN = '\uFFFC';

export function says({ key, names }: Said, asked: string): boolean {
  const pattern = key.replaceAll('.', '\\.').replaceAll(OPEN, '([\\w-]+)');
  const [, ...open] = new RegExp(`^${pattern}$`).exec(asked) ?? [asked, undefined];
  return open.every((name) => name !== undefined && (names === undefined || names.has(name)));
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
export function faultsOf(said: Said, texts = textsOf('en')): readonly string[] {
  const { given, inHtml = false } = said;
  const meant = [...texts].filter(([key]) => says(said, key));
  if (meant.length === 0) return [`there is no ${said.key}`];
  if (given === undefined) return [];
  const asked = meant.map(([key, text]) => [key, namesIn(text, inHtml)] as const);
  return [
    ...asked.flatMap(([key, names]) =>
      names.filter((name) => !given.includes(name)).map((name) => `${key} needs ${name}`),
    ),
    ...given
      .filter((name) => !asked.some(([, names]) => names.includes(name)))
      .map((name) => `${said.key} has no place for ${name}`),
  ];
}

function namesIn(text: string, inHtml: boolean): readonly string[] {
  const names = placesOf(text)
    .filter(({ name, kind }) => !(inHtml && kind === 'tag' && Object.hasOwn(ELEMENTS, name)))
    .map(({ name }) => name);
  return [...new Set(names)];
}
