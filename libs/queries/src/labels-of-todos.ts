import { sql } from 'kysely';
import type { ShownLabel } from '#libs/domain';
import type { PageReadModel } from '#libs/read-model';

/** What a page shows of the labels of a to-do. */
export interface Labelled {
  readonly labels: readonly ShownLabel[];
}

interface Labelling {
  readonly labelIds: readonly string[];
}

/** To-dos with what people see of their labels: those of all of them are read at once, if there are any. */
export async function withLabels<Todo extends Labelling>(
  { kysely }: Pick<PageReadModel, 'kysely'>,
  todos: readonly Todo[],
  workspaceOf: (todo: Todo) => string,
): Promise<readonly (Todo & Labelled)[]> {
  const labelled = todos.filter(({ labelIds }) => labelIds.length > 0);
  if (labelled.length === 0) return todos.map((todo) => ({ ...todo, labels: [] }));
  const rows = await kysely
    .selectFrom('labels as had')
    .innerJoin('labels as shown', (join) =>
      join.onRef('shown.workspace_id', '=', 'had.workspace_id').onRef('shown.id', '=', 'had.shown_as'),
    )
    .select(['had.workspace_id as workspaceId', 'had.id as had', 'shown.id', 'shown.name', 'shown.colour'])
    .where('had.workspace_id', '=', anyOf(labelled.map(workspaceOf)))
    .where('had.id', '=', anyOf(labelled.flatMap(({ labelIds }) => labelIds)))
    .execute();
  const shown = new Map(rows.map(({ workspaceId, had, ...label }) => [keyOf(workspaceId, had), label]));
  return todos.map((todo) => ({ ...todo, labels: eachOnce(todo, workspaceOf(todo), shown) }));
}

/** One text of the statement, however many there are. */
const anyOf = (ids: readonly string[]) => sql<string>`any (${[...new Set(ids)]}::uuid[])`;

const keyOf = (workspaceId: string, labelId: string) => `${workspaceId} ${labelId}`;

/** Two that were merged are one. */
function eachOnce(
  { labelIds }: Labelling,
  workspaceId: string,
  shown: ReadonlyMap<string, ShownLabel>,
): readonly ShownLabel[] {
  const labels = labelIds.flatMap((id) => shown.get(keyOf(workspaceId, id)) ?? []);
  return [...new Map(labels.map((label) => [label.id, label])).values()];
}
