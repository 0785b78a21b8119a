import { sql, type RawBuilder } from 'kysely';
import { BEHIND_MARK, type ReadModel, type RowOf, type searchEntries } from '#libs/read-model';
import { costOf, tsqueryOf, type Clause } from './clauses.js';

type Entry = RowOf<typeof searchEntries>;

/** What was found, with what its list is called. */
export interface FoundEntry extends Pick<
  Entry,
  | 'id'
  | 'workspaceId'
  | 'kind'
  | 'listId'
  | 'title'
  | 'formerTitles'
  | 'note'
  | 'items'
  | 'labelIds'
  | 'completedAt'
  | 'removedAt'
> {
  readonly listTitle: string | null;
  readonly listRemovedAt: Date | null;
}

/** Rows that one search shows at the most. */
export const MOST_SHOWN = 50;

/** Of what has fewer uses than these, everything is ranked. */
const RARE = 2_000;

/** Of what has more, the entries that were changed last are looked at first, and then some of the others. */
const NEWEST = 5_000;
const SOME = 200;

/** What costs more than this is not asked of the index beside something that costs less. */
const COMMON = 50_000;

/** What costs more than this is not asked of the index at all. */
const VERY_COMMON = 150_000;

export interface Asked {
  readonly workspaceIds: readonly string[];
  readonly clauses: readonly Clause[];
  /** The words as they were typed: who has just these in their title comes first. */
  readonly exact: readonly string[];
}

export interface FoundEntries {
  readonly entries: readonly FoundEntry[];
  /** Whether there may be more. */
  readonly hasMore: boolean;
}

/** The best entries in which each clause is met. */
export async function findEntries(readModel: ReadModel, asked: Asked): Promise<FoundEntries> {
  const uses = Math.min(...asked.clauses.map((clause) => clause.uses));
  if (uses === 0) return { entries: [], hasMore: false };
  const [cheapest, ...others] = asked.clauses.toSorted((one, other) => costOf(one) - costOf(other));
  if (cheapest === undefined) return { entries: [], hasMore: false };
  if (uses <= RARE) {
    const rare = asked.clauses.filter((clause) => clause.uses <= RARE);
    return shown(await best(readModel, asked, indexed(asked, rare, RARE)));
  }
  const newest = await best(readModel, asked, lately(asked));
  if (newest.length > MOST_SHOWN || costOf(cheapest) > VERY_COMMON)
    return { ...shown(newest), hasMore: true };
  const looked = [cheapest, ...others.filter((clause) => costOf(clause) <= COMMON)];
  const some = await best(readModel, asked, indexed(asked, looked, SOME));
  const known = new Set(newest.map(({ id }) => id));
  return shown([...newest, ...some.filter(({ id }) => !known.has(id))]);
}

function shown(entries: readonly FoundEntry[]): FoundEntries {
  return { entries: entries.slice(0, MOST_SHOWN), hasMore: entries.length > MOST_SHOWN };
}

const COLUMNS =
  sql.raw(`id, workspace_id, kind, list_id, title, former_titles, note, items, label_ids, completed_at, removed_at, changed_at,
  title_words, other_words`);

/** The entries that the index has for some of the clauses. The others are looked for in these alone, in an order that has no index. */
function indexed(
  { workspaceIds, clauses }: Asked,
  looked: readonly Clause[],
  limit: number,
): RawBuilder<unknown> {
  return sql`
    select * from (
      select ${COLUMNS} from search_entries
      where array_to_tsvector(title_words || other_words) @@ ${tsqueryOf(looked, workspaceIds)}::tsquery
      offset 0
    ) looked_up
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
           b.former_titles as "formerTitles", b.note, b.items, b.label_ids as "labelIds",
           b.completed_at as "completedAt", b.removed_at as "removedAt",
           l.title as "listTitle", l.removed_at as "listRemovedAt"
    from best b left join search_entries l on l.id = b.list_id and l.workspace_id = b.workspace_id
    order by b.match, b.state, b.changed_at desc, b.id`.execute(kysely);
  return rows;
}
