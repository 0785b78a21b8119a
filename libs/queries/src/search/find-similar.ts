import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import { isOneEditAway } from './is-one-edit-away.js';

/** In shorter words one letter makes another word. */
const SHORTEST = 4;

/** Words with the same beginning or end that are looked at, of each of the two. */
const MOST_WORDS = 3_000;

/** Of words that somebody may have meant. */
const MOST_SIMILAR = 5;

const END = '\u{10ffff}';

export interface Similar {
  readonly word: string;
  readonly uses: number;
}

/**
 * The words of these workspaces that a word may be meant for: one letter is wrong, so it has its beginning or its end in common
 * with them.
 */
export async function findSimilar(
  { kysely }: ReadModel,
  workspaceIds: readonly string[],
  word: string,
): Promise<readonly Similar[]> {
  const letters = Array.from(word);
  if (letters.length < SHORTEST) return [];
  // Two letters that changed places may stand on both sides of the middle: so that one of both parts is right, one letter is in neither.
  const half = (letters.length - 1) / 2;
  const beginning = letters.slice(0, Math.ceil(half)).join('');
  const end = letters.toReversed().slice(0, Math.floor(half)).join('');
  const isOfAbout = sql`
    workspace_id = any(${workspaceIds}::uuid[]) and uses > 0
    and char_length(word) between ${letters.length - 1}::int and ${letters.length + 1}::int`;
  const { rows } = await sql<Similar>`
    select word, max(uses) as uses from (
      (select word, uses from search_words
       where ${isOfAbout} and word >= ${beginning} and word < ${beginning + END} limit ${MOST_WORDS})
      union all
      (select word, uses from search_words
       where ${isOfAbout} and reverse(word) >= ${end} and reverse(word) < ${end + END} limit ${MOST_WORDS})
    ) near group by word order by uses desc, word`.execute(kysely);
  return rows.filter((near) => isOneEditAway(near.word, word)).slice(0, MOST_SIMILAR);
}
