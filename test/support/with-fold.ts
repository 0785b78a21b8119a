import { todoLists, type FoldedTable, type Projection } from '#libs/projections';

/** The projection todo-lists with its folds changed. */
export function withFold(
  change: (evolve: FoldedTable['evolve'], table: FoldedTable) => FoldedTable['evolve'],
): Projection {
  const changed = new Map(
    todoLists.tables.map((table) => [table, { ...table, evolve: change(table.evolve, table) }]),
  );
  return {
    ...todoLists,
    tables: todoLists.tables.map((table) => changed.get(table) ?? table),
    summaries: todoLists.summaries.map((summary) => ({
      ...summary,
      of: changed.get(summary.of) ?? summary.of,
    })),
  };
}
