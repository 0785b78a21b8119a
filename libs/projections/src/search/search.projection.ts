import { isListEvent, isTodoEvent, type DomainEvent } from '#libs/domain';
import { BEHIND_MARK, SEARCH, searchEntries, searchWords } from '#libs/read-model';
import { rowPerStream, summaryOf } from '../folded-table.js';
import type { Projection } from '../projection.js';
import { evolveEntry } from './evolve-entry.js';

const entryRows = rowPerStream(searchEntries, {
  handles: (event): event is DomainEvent => isTodoEvent(event) || isListEvent(event),
  evolve: evolveEntry,
});

const wordRows = summaryOf(searchWords, {
  of: entryRows,
  from: searchEntries,
  sums: ['uses'],
  count: ({ workspaceId, titleWords, otherWords }) =>
    [...titleWords, ...otherWords].map((word) => ({
      workspaceId,
      word: word.slice(BEHIND_MARK - 1),
      uses: 1,
    })),
  select: `
    select workspace_id, substr(marked, ${BEHIND_MARK}) collate "C" as word, count(*)::int as uses
    from search_entries, unnest(title_words || other_words) marked
    group by workspace_id, substr(marked, ${BEHIND_MARK}) collate "C"`,
});

/** What lists and to-dos are found by. */
export const search: Projection = {
  name: SEARCH.name,
  version: SEARCH.version,
  tables: [entryRows],
  summaries: [wordRows],
};
