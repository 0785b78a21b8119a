import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import type { Clause } from './clauses.js';
import type { LookUp } from './terms.js';

/** What more words than these have in common is common: their uses are not added up any more. */
const MOST_WORDS = 2_000;

/** So few words are looked up each by itself, which PostgreSQL does in a third of the time that it takes for a beginning. */
const FEW_WORDS = 20;

/** Behind all words that begin with a word, and behind the word itself. */
const END = '\u{10ffff}';
const NEXT = '\u0001';

interface Uses {
  readonly uses: number;
  readonly count: number;
  readonly words: readonly string[];
}

/** What to ask the index for each of these, and how many entries of these workspaces have it, at least. */
export async function findClauses(
  { kysely }: ReadModel,
  workspaceIds: readonly string[],
  lookUps: readonly LookUp[],
): Promise<readonly Clause[]> {
  const words = lookUps.map(({ word }) => word);
  const ends = lookUps.map(({ word, isBeginning }) => word + (isBeginning ? END : NEXT));
  const { rows } = await sql<Uses>`
    select coalesce(sum(w.uses), 0)::int as uses, count(distinct w.word)::int as count,
           coalesce((array_agg(distinct w.word) filter (where w.word is not null))[1:${FEW_WORDS}::int], '{}') as words
    from unnest(${words}::text[], ${ends}::text[]) with ordinality asked (word, behind, nth)
    left join lateral (
      select word, uses from search_words
      where workspace_id = any(${workspaceIds}::uuid[]) and word >= asked.word and word < asked.behind and uses > 0
      limit ${MOST_WORDS}
    ) w on true
    group by asked.nth order by asked.nth`.execute(kysely);
  return lookUps.map((lookUp, at) => clauseOf(lookUp, rows[at] ?? { uses: 0, count: 0, words: [] }));
}

function clauseOf(lookUp: LookUp, { uses, count, words }: Uses): Clause {
  if (count > FEW_WORDS) return { lookUps: [lookUp], uses };
  else return { lookUps: words.map((word) => ({ word, isBeginning: false })), uses };
}
