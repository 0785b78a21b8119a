import { defineEntity, p } from '@mikro-orm/core';

interface ItemInColumn {
  readonly id: string;
  readonly text: string;
}

/** What a search can find: a list or a to-do, with the words that it is found by. */
export const searchEntries = defineEntity({
  name: 'SearchEntry',
  tableName: 'search_entries',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    kind: p.text().$type<'todo' | 'list'>(),
    /** Of a list, its own id. */
    listId: p.uuid(),
    title: p.text(),
    /** What it was called before, the latest fifty first, without its present title. */
    formerTitles: p.array(),
    note: p.text(),
    /** Of the checklist, in the order in which they were added. */
    items: p.json<readonly ItemInColumn[]>().columnType('jsonb'),
    labelIds: p.array().columnType('uuid[]'),
    completedAt: p.datetime().nullable(),
    removedAt: p.datetime().nullable(),
    changedAt: p.datetime(),
    /** Each with the mark of its workspace before it. */
    titleWords: p.array(),
    /** Those of all other texts, without those of the title, and one for each label. */
    otherWords: p.array(),
  },
  // The second one is not updated later: what waits for that would have to be read by every search.
  indexes: [
    { expression: `create index on search_entries (workspace_id, changed_at desc, id)` },
    {
      expression: `create index on search_entries using gin (array_to_tsvector(title_words || other_words)) with (fastupdate = off)`,
    },
  ],
});

/** How many of a workspace's lists and to-dos have a word. What somebody mistyped is looked up here. */
export const searchWords = defineEntity({
  name: 'SearchWord',
  tableName: 'search_words',
  properties: {
    workspaceId: p.uuid().primary(),
    word: p.text().collation('C').primary(),
    uses: p.integer(),
  },
  // By their ends as well: one of both ends is right when one letter is wrong.
  indexes: [{ expression: `create index on search_words (workspace_id, reverse(word))` }],
});

/** What lists and to-dos are found by. No page but the search needs it. */
export const SEARCH = {
  name: 'search',
  /** Raise it when the same events should make different rows: also when words are folded or divided in another way. */
  version: 1,
  entities: [searchEntries, searchWords],
} as const;
