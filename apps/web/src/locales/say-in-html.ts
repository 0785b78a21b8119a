import Handlebars from 'handlebars';
import type { MessageKey } from './catalogue.js';
import { formatOf } from './format-of.js';
import { presentLocale } from './present-locale.js';

type Chunk = string | Handlebars.SafeString;
type Tag = (chunks: readonly Chunk[]) => Handlebars.SafeString;

/** What stands in the places of a text: what is HTML already stays as it is. */
type Values = Readonly<Record<string, Chunk | number | Tag>>;

/** The elements that a text may have. What is `hidden` is only for who hears a page. */
export const ELEMENTS: Readonly<Record<string, Tag>> = {
  strong: element('<strong>', '</strong>'),
  bdi: element('<bdi>', '</bdi>'),
  code: element('<code>', '</code>'),
  badge: element('<span class="badge">', '</span>'),
  hidden: element('<span class="hidden">', '</span>'),
};

/** The tag of a link: `<list>To the list</list>` in a text leads to the address of the link that is given as `list`. */
export function link(address: string): Tag {
  return element(`<a href="${escaped(address)}">`, '</a>');
}

/**
 * A text as a part of a page. Everything is escaped but what is HTML already, such as a time.
 *
 * @throws Error when a value is missing that the text asks for
 */
export function sayInHtml(key: MessageKey, values: Values): Handlebars.SafeString {
  const format = formatOf(presentLocale().language, key);
  const parts = format.formatToParts<Chunk | Tag>({ ...ELEMENTS, ...values });
  return new Handlebars.SafeString(parts.map(({ value }) => escaped(value)).join(''));
}

function element(opening: string, closing: string): Tag {
  return (chunks) => new Handlebars.SafeString(opening + chunks.map(escaped).join('') + closing);
}

/** A text that says something else than what is HTML already is escaped. */
function escaped(chunk: unknown): string {
  return chunk instanceof Handlebars.SafeString ? chunk.toHTML() : Handlebars.escapeExpression(String(chunk));
}
