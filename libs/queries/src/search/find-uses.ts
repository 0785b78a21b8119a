import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import type { LookUp } from './terms.js';

/** What more words than these have in common is common. */
const MOST_WORDS = 2_000;

/** Behind all words that begin with a word, and behind the word itself. */
const END = '\u{10ffff}';
const NEXT = '\u0001';

/** How many entries of these workspaces have each of these, at least. */
export async function findUses(
  { kysely }: ReadModel,
  workspaceIds: readonly string[],
  lookUps: readonly LookUp[],
): Promise<readonly number[]> {
  const words = lookUps.map(({ word }) => word);
  const ends = lookUps.map(({ word, isBeginning }) => word + (isBeginning ? END : NEXT));
  const { rows } = await sql<{ readonly uses: number }>`
    select coalesce(sum(w.uses), 0)::int as uses
    from unnest(${words}::text[], ${ends}::text[]) with ordinality asked (word, behind, nth)
    left join lateral (
      select uses from search_words
      where workspace_id = any(${workspaceIds}::uuid[]) and word >= asked.word and word < asked.behind and uses > 0
      limit ${MOST_WORDS}
    ) w on true
    group by asked.nth order by asked.nth`.execute(kysely);
  return rows.map(({ uses }) => uses);
}
