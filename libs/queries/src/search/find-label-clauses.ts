import { sql } from 'kysely';
import { wordOfLabel, type ReadModel } from '#libs/read-model';
import type { Clause } from './clauses.js';
import { markParts } from './mark-parts.js';
import type { Term } from './terms.js';

/** A label of a to-do, under the name that people see. */
export interface NamedId {
  readonly id: string;
  readonly name: string;
}

/** All labels of these workspaces that stand for one that people see. */
export async function findNamedLabels(
  { kysely }: ReadModel,
  workspaceIds: readonly string[],
): Promise<readonly NamedId[]> {
  const { rows } = await sql<NamedId>`
    select had.id, shown.name from labels had
      join labels shown on shown.workspace_id = had.workspace_id and shown.id = had.shown_as
    where had.workspace_id = any(${workspaceIds}::uuid[])`.execute(kysely);
  return rows;
}

/** For each of these terms, what the index has for the labels that are called so; nothing for those that no label is called. */
export async function findLabelClauses(
  { kysely }: ReadModel,
  { workspaceIds, terms, labels }: Asked,
): Promise<ReadonlyMap<Term, Clause>> {
  const called = terms.map((term) => ({ term, words: labels.filter(isCalled(term)).map(wordOf) }));
  const words = called.flatMap((each) => each.words);
  if (words.length === 0) return new Map();
  const { rows } = await sql<{ readonly word: string; readonly uses: number }>`
    select word, uses from search_words
    where workspace_id = any(${workspaceIds}::uuid[]) and word = any(${words}::text[]) and uses > 0`.execute(
    kysely,
  );
  return new Map(
    called.map(({ term, words: its }) => {
      const used = rows.filter(({ word }) => its.includes(word));
      const lookUps = used.map(({ word }) => ({ word, isBeginning: false }));
      return [term, { lookUps, uses: used.reduce((sum, { uses }) => sum + uses, 0) }];
    }),
  );
}

interface Asked {
  readonly workspaceIds: readonly string[];
  readonly terms: readonly Term[];
  readonly labels: readonly NamedId[];
}

const wordOf = ({ id }: NamedId) => wordOfLabel(id);

const isCalled =
  (term: Term) =>
  ({ name }: NamedId) =>
    markParts(name, [{ ...term, similar: [] }]).terms.size > 0;
