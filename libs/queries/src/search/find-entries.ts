import { sql, type RawBuilder } from 'kysely';
import { BEHIND_MARK, type ReadModel, type RowOf, type searchEntries } from '#libs/read-model';
import { rarestOf, tsqueryOf, type Clause } from './clauses.js';

type Entry = RowOf<typeof searchEntries>;

/** What was found, with what its list is called. */
export interface FoundEntry extends Pick<
  Entry,
  'id' | 'workspaceId' | 'kind' | 'listId' | 'title' | 'formerTitles' | 'completedAt' | 'removedAt'
> {
  readonly listTitle: string | null;
  readonly listRemovedAt: Date | null;
}

/** Rows that one search shows at the most. */
export const MOST_SHOWN = 50;

/** Of what has fewer uses than these, everything is ranked. */
const RARE = 2_000;

/** Of what has more, the newest entries are looked at first, and then some of the others. */
const NEWEST = 2_000;
const SOME = 1_000;

export interface Asked {
  readonly workspaceIds: readonly string[];
  readonly clauses: readonly Clause[];
  /** The words as they were typed: who has just these in their title comes first. */
  readonly exact: readonly string[];
}

/** The best entries in which each clause is met, and one more than are shown if there are more. */
export async function findEntries(readModel: ReadModel, asked: Asked): Promise<readonly FoundEntry[]> {
  const rarest = rarestOf(asked.clauses);
  if (rarest === undefined || rarest.uses === 0) return [];
  if (rarest.uses <= RARE) return await best(readModel, asked, withWord(asked, rarest, RARE));
  const newest = await best(readModel, asked, lately(asked));
  if (newest.length > MOST_SHOWN) return newest;
  const some = await best(readModel, asked, withWord(asked, rarest, SOME));
  const known = new Set(newest.map(({ id }) => id));
  return [...newest, ...some.filter(({ id }) => !known.has(id))].slice(0, MOST_SHOWN + 1);
}

const COLUMNS =
  sql.raw(`id, workspace_id, kind, list_id, title, former_titles, completed_at, removed_at, changed_at,
  title_words, other_words`);

/**
 * The entries with one of the words, from the index. The other words are looked for in these alone, in an order that has no
 * index: a common word would take longer to read than it saves.
 */
function withWord({ workspaceIds, clauses }: Asked, word: Clause, limit: number): RawBuilder<unknown> {
  return sql`
    select * from (
      select ${COLUMNS} from search_entries
      where array_to_tsvector(title_words || other_words) @@ ${tsqueryOf([word], workspaceIds)}::tsquery
      offset 0
    ) with_word
    where workspace_id = any(${workspaceIds}::uuid[])
      and array_to_tsvector(other_words || title_words) @@ ${tsqueryOf(clauses, workspaceIds)}::tsquery
    limit ${limit}`;
}

/** The entries that were changed last. */
function lately({ workspaceIds, clauses }: Asked): RawBuilder<unknown> {
  return sql`
    select newest.* from unnest(${workspaceIds}::uuid[]) asked (workspace_id) cross join lateral (
      select ${COLUMNS} from search_entries e
      where e.workspace_id = asked.workspace_id
      order by e.changed_at desc, e.id limit ${Math.ceil(NEWEST / workspaceIds.length)}
    ) newest
    where array_to_tsvector(other_words || title_words) @@ ${tsqueryOf(clauses, workspaceIds)}::tsquery`;
}

/** What has just these words in its title comes first, then what has longer ones there; what is open before what is done or in the trash. */
async function best(
  { kysely }: ReadModel,
  { workspaceIds, clauses, exact }: Asked,
  candidates: RawBuilder<unknown>,
): Promise<readonly FoundEntry[]> {
  const { rows } = await sql<FoundEntry>`
    with candidates as materialized (${candidates}), best as (
      select *, case
          when title_words @> array(
            select right(workspace_id::text, ${BEHIND_MARK - 1}::int) || word from unnest(${exact}::text[]) word) then 1
          when array_to_tsvector(title_words) @@ ${tsqueryOf(clauses, workspaceIds)}::tsquery then 2
          else 3
        end as match,
        case when removed_at is not null then 3 when completed_at is not null then 2 else 1 end as state
      from candidates order by match, state, changed_at desc, id limit ${MOST_SHOWN + 1}
    )
    select b.id, b.workspace_id as "workspaceId", b.kind, b.list_id as "listId", b.title,
           b.former_titles as "formerTitles", b.completed_at as "completedAt", b.removed_at as "removedAt",
           l.title as "listTitle", l.removed_at as "listRemovedAt"
    from best b left join search_entries l on l.id = b.list_id and l.workspace_id = b.workspace_id
    order by b.match, b.state, b.changed_at desc, b.id`.execute(kysely);
  return rows;
}
