import { IntlMessageFormat } from 'intl-messageformat';

type Elements = ReturnType<IntlMessageFormat['getAst']>;
type Element = Elements[number];

/** What the parser calls text without a place. */
const LITERAL = new IntlMessageFormat('text').getAst()[0]?.type;

/** Where something is put into a text. */
export interface Place {
  readonly name: string;
  /** An ordinal is a plural as well, with the forms that a language has for `1st` and `2nd`. */
  readonly kind: 'value' | 'plural' | 'ordinal' | 'select' | 'tag';
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
  return [{ name, kind: kindOf(element), options: Object.keys(element.options) }];
}

function kindOf(element: Element): Place['kind'] {
  if (!('pluralType' in element)) return 'select';
  else return element.pluralType === 'ordinal' ? 'ordinal' : 'plural';
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
  return placesOf(text, locale)
    .filter(({ kind, options }) => !formsNeeded(kind, locale).every((form) => options.includes(form)))
    .map(({ name }) => name);
}

function formsNeeded(kind: Place['kind'], locale: string): readonly string[] {
  if (kind !== 'plural' && kind !== 'ordinal') return [];
  const type = kind === 'plural' ? 'cardinal' : 'ordinal';
  return new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
}
