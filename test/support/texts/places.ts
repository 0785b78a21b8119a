import { IntlMessageFormat } from 'intl-messageformat';

type Elements = ReturnType<IntlMessageFormat['getAst']>;
type Element = Elements[number];

/** What the parser calls text without a place. */
const LITERAL = new IntlMessageFormat('text').getAst()[0]?.type;

/** Where something is put into a text. */
export interface Place {
  readonly name: string;
  readonly kind: 'value' | 'plural' | 'select' | 'tag';
  /** What a plural or a select distinguishes. */
  readonly options: readonly string[];
}

/** Each place of a text in ICU's syntax, also of those within others. @throws Error when it cannot be read */
export function placesOf(text: string, locale = 'en'): readonly Place[] {
  return placesIn(new IntlMessageFormat(text, locale).getAst());
}

function placesIn(elements: Elements): Place[] {
  return elements.flatMap((element) => [...placeOf(element), ...placesIn(insideOf(element))]);
}

function placeOf(element: Element): Place[] {
  if (!('value' in element) || element.type === LITERAL) return [];
  const name = element.value;
  if ('children' in element) return [{ name, kind: 'tag', options: [] }];
  if (!('options' in element)) return [{ name, kind: 'value', options: [] }];
  const kind = 'pluralType' in element ? 'plural' : 'select';
  return [{ name, kind, options: Object.keys(element.options) }];
}

function insideOf(element: Element): Elements {
  if ('children' in element) return element.children;
  return 'options' in element ? Object.values(element.options).flatMap(({ value }) => value) : [];
}

/** `{count}`, `<list>`, `{kind: list, todo}`: what has to be the same in every language. */
export function shapeOf(text: string): readonly string[] {
  const shapes = placesOf(text).map(({ name, kind, options }) => {
    if (kind === 'tag') return `<${name}>`;
    return kind === 'select' ? `{${name}: ${options.toSorted().join(', ')}}` : `{${name}}`;
  });
  return [...new Set(shapes)].toSorted();
}

/** The plurals that lack a form which the language needs. */
export function incompletePlurals(text: string, locale: string): readonly string[] {
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return placesOf(text, locale)
    .filter(({ kind, options }) => kind === 'plural' && !needed.every((form) => options.includes(form)))
    .map(({ name }) => name);
}
