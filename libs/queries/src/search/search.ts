import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModel } from '#libs/read-model';
import type { Clause } from './clauses.js';
import { findClauses } from './find-clauses.js';
import { findEntries, MOST_SHOWN, type FoundEntries } from './find-entries.js';
import { findLabelClauses, findNamedLabels, type NamedId } from './find-label-clauses.js';
import { findSimilar, type Similar } from './find-similar.js';
import { resultOf, type SearchResult } from './search-result.js';
import type { Meant } from './mark-parts.js';
import { lookUpsOf, termsIn, type Term } from './terms.js';

export interface Found {
  /** The best ones come first. */
  readonly results: readonly SearchResult[];
  /** Whether there are more than these. */
  readonly hasMore: boolean;
  /** Whether there was nothing to look for: no letter, no digit, no picture. */
  readonly isEmpty: boolean;
}

/** With fewer results than these, what was typed may be a mistake. */
const FEW = 5;

/** Finds lists and to-dos by their words. Whoever asks it may read these workspaces. */
export class Search extends Query<Found> {
  constructor(
    readonly workspaceIds: readonly string[],
    readonly text: string,
  ) {
    super();
  }
}

@QueryHandler(Search)
export class SearchHandler implements IQueryHandler<Search> {
  constructor(private readonly readModel: ReadModel) {}

  async execute({ workspaceIds, text }: Search): Promise<Found> {
    const terms = termsIn(text);
    if (terms.length === 0 || workspaceIds.length === 0)
      return { results: [], hasMore: false, isEmpty: terms.length === 0 };
    const labels = await findNamedLabels(this.readModel, workspaceIds);
    const typed = await this.clausesOf(workspaceIds, terms, labels);
    const { entries, hasMore } = await this.entries(workspaceIds, typed, terms);
    const results = entries.flatMap((entry) => resultOf(entry, terms.map(asTyped), labels));
    const more =
      results.length < FEW && !hasMore ? await this.similar({ workspaceIds, typed, terms, labels }) : [];
    const known = new Set(results.map(({ id }) => id));
    const all = [...results, ...more.filter(({ id }) => !known.has(id))];
    return { results: all.slice(0, MOST_SHOWN), hasMore: hasMore || all.length > MOST_SHOWN, isEmpty: false };
  }

  private async clausesOf(
    workspaceIds: readonly string[],
    terms: readonly Term[],
    labels: readonly NamedId[],
  ): Promise<readonly OfTerm[]> {
    const lookUps = terms.flatMap((term) => lookUpsOf(term).map((lookUp) => ({ term, lookUp })));
    const asked = lookUps.map(({ lookUp }) => lookUp);
    const clauses = await findClauses(this.readModel, workspaceIds, asked);
    const ofLabels = await findLabelClauses(this.readModel, { workspaceIds, terms, labels });
    return lookUps.flatMap(({ term }, at): OfTerm[] => {
      const [clause, called] = [clauses[at], ofLabels.get(term)];
      return clause === undefined ? [] : [{ ...both(clause, called), term }];
    });
  }

  private async entries(
    workspaceIds: readonly string[],
    clauses: readonly Clause[],
    terms: readonly Term[],
  ): Promise<FoundEntries> {
    const exact = terms.flatMap((term) => lookUpsOf(term).map(({ word }) => word));
    return await findEntries(this.readModel, { workspaceIds, clauses, exact });
  }

  /** The same for the words that may be meant. */
  private async similar({ workspaceIds, typed, terms, labels }: Typed): Promise<readonly SearchResult[]> {
    const near = new Map<Term | undefined, readonly Similar[]>();
    for (const term of terms)
      near.set(term, term.isRun ? [] : await findSimilar(this.readModel, workspaceIds, term.text));
    if (![...near.values()].some((words) => words.length > 0)) return [];
    const clauses = typed.map(({ term, lookUps, uses }) => {
      const words = near.get(term) ?? [];
      return {
        lookUps: [...lookUps, ...words.map(({ word }) => ({ word, isBeginning: false }))],
        uses: words.reduce((sum, word) => sum + word.uses, uses),
      };
    });
    const meant = terms.map((term) => ({ ...term, similar: (near.get(term) ?? []).map(({ word }) => word) }));
    const { entries } = await this.entries(workspaceIds, clauses, terms);
    return entries.flatMap((entry) => resultOf(entry, meant, labels));
  }
}

interface Typed {
  readonly workspaceIds: readonly string[];
  readonly typed: readonly OfTerm[];
  readonly terms: readonly Term[];
  readonly labels: readonly NamedId[];
}

/** A word of a text, or a label that is called so. */
function both({ lookUps, uses }: Clause, called: Clause = { lookUps: [], uses: 0 }): Clause {
  return { lookUps: [...lookUps, ...called.lookUps], uses: uses + called.uses };
}

/** What is asked of the index for a term. */
interface OfTerm extends Clause {
  readonly term: Term | undefined;
}

const asTyped = (term: Term): Meant => ({ ...term, similar: [] });
