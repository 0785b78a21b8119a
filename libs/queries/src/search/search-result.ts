import type { FoundEntry } from './find-entries.js';
import { excerptOf } from './excerpt.js';
import type { NamedId } from './find-label-clauses.js';
import { markParts, type MarkedText, type Meant, type Part } from './mark-parts.js';

/** A list or a to-do that was found. */
export interface SearchResult extends Pick<
  FoundEntry,
  'id' | 'workspaceId' | 'kind' | 'listId' | 'listTitle' | 'removedAt'
> {
  readonly parts: readonly Part[];
  /** What it was called before, when that is why it was found. */
  readonly formerParts: readonly Part[] | undefined;
  /** A piece of its note, when that is why it was found. */
  readonly noteParts: readonly Part[] | undefined;
  /** A piece of its checklist, when that is why it was found. */
  readonly itemParts: readonly Part[] | undefined;
  /** A label of it, when that is why it was found. */
  readonly labelParts: readonly Part[] | undefined;
  readonly state: 'open' | 'done' | 'in-trash' | 'in-trash-with-list';
}

const NOWHERE: Best & MarkedText = { best: undefined, all: new Set(), parts: [], terms: new Set() };

/** Nothing when the words are not there after all: what an index says of scripts without spaces are pairs of characters. */
export function resultOf(
  entry: FoundEntry,
  terms: readonly Meant[],
  labels: readonly NamedId[],
): readonly SearchResult[] {
  const title = markParts(entry.title, terms);
  const former = title.terms.size < terms.length ? bestOf(entry.formerTitles, terms) : NOWHERE;
  const named = new Set([...title.terms, ...former.all]);
  const note = named.size < terms.length ? markParts(entry.note, terms) : NOWHERE;
  const noted = new Set([...named, ...note.terms]);
  const items = noted.size < terms.length ? markParts(itemsOf(entry), terms) : NOWHERE;
  const label = bestOf(labelsOf(entry, labels), terms);
  const there = new Set([...noted, ...items.terms, ...label.all]);
  if (terms.some((term) => term.isRun && !there.has(term))) return [];
  const parts = { parts: title.parts, formerParts: former.best?.parts, labelParts: label.best?.parts };
  return [{ ...shownOf(entry), ...parts, noteParts: pieceOf(note), itemParts: pieceOf(items) }];
}

const itemsOf = ({ items }: FoundEntry) => items.map(({ text }) => text).join(', ');

const pieceOf = ({ parts, terms }: MarkedText) => (terms.size > 0 ? excerptOf(parts) : undefined);

function shownOf(entry: FoundEntry) {
  const { id, workspaceId, kind, listId, listTitle, removedAt } = entry;
  return { id, workspaceId, kind, listId, listTitle, removedAt, state: stateOf(entry) };
}

interface Best {
  readonly best: MarkedText | undefined;
  readonly all: ReadonlySet<Meant>;
}

function labelsOf({ labelIds }: FoundEntry, labels: readonly NamedId[]): readonly string[] {
  return labels.filter(({ id }) => labelIds.includes(id)).map(({ name }) => name);
}

/** The text with the most of the terms; and the terms that are in any of them. */
function bestOf(texts: readonly string[], terms: readonly Meant[]): Best {
  const marked = texts.map((title) => markParts(title, terms));
  const [best] = marked.toSorted((one, other) => other.terms.size - one.terms.size);
  return {
    best: best !== undefined && best.terms.size > 0 ? best : undefined,
    all: new Set(marked.flatMap(({ terms: found }) => [...found])),
  };
}

function stateOf({ kind, completedAt, removedAt, listRemovedAt }: FoundEntry): SearchResult['state'] {
  if (removedAt !== null) return 'in-trash';
  else if (kind === 'todo' && listRemovedAt !== null) return 'in-trash-with-list';
  else return completedAt === null ? 'open' : 'done';
}
