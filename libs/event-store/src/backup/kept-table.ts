/** A table that a backup keeps besides the log. What its rows mean is for others to know. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether a database with rows in it still counts as empty. */
  readonly mayHaveRows: boolean;
}

/** Columns as a statement lists them. */
export const listOf = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');
