import type { SearchResult } from '#libs/queries';

export interface SearchRow extends Pick<
  SearchResult,
  'id' | 'kind' | 'state' | 'parts' | 'formerParts' | 'labelParts' | 'noteParts' | 'listTitle'
> {
  /** Where it can be seen and changed: a path inside the app. */
  readonly path: string;
  /** Said when its reader has more than one. */
  readonly workspaceName?: string;
}

export interface SearchView {
  /** What was typed. */
  readonly text: string;
  readonly longest: number;
  readonly problem?: string;
  /** Absent until something was searched for. */
  readonly found?: { readonly rows: readonly SearchRow[]; readonly hasMore: boolean };
  /** Whether it cannot be searched yet. */
  readonly isBeingBuilt: boolean;
}
