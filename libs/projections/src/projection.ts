import type { Recorded } from '#libs/domain';
import type { Shape, Transaction } from '#libs/read-model';

export interface Projection extends Shape {
  readonly tables: readonly ProjectedTable[];
  readonly summaries: readonly Summary[];
}

/** How a table is made. Its indexes come after its rows when it is filled all at once. */
export interface TableDefinition {
  readonly name: string;
  readonly create: string;
  readonly indexes: readonly string[];
}

/** A table with a row per stream. */
export interface ProjectedTable {
  readonly definition: TableDefinition;
  /** Whether events of this type are for this table. */
  handles(event: { readonly type: string }): boolean;
  /** Rows of streams that the table knows nothing of yet. */
  begin(transaction: Transaction): OpenTable;
  /** Rows of these streams, loaded from the table to be folded on. */
  open(transaction: Transaction, streamIds: readonly string[]): Promise<OpenTable>;
  /** The rows as they are in the table. */
  load(transaction: Transaction, streamIds: readonly string[]): Promise<readonly ProjectedRow[]>;
}

export interface ProjectedRow {
  readonly id: string;
}

export interface OpenTable {
  /** @throws Error when the event does not apply: its stream is to be parked, and the row stays as it was */
  evolve(recorded: Recorded): void;
  /** What was folded so far. */
  rows(): readonly ProjectedRow[];
  /** Writes the rows that changed, and what they change in summaries. */
  save(): Promise<void>;
  /** Writes rows that are not in the table, and leaves summaries to be filled when all rows are there. */
  insert(): Promise<void>;
}

/** A table that adds up what is in the others. */
export interface Summary {
  readonly definition: TableDefinition;
  /** The columns by which its rows are told apart. */
  readonly key: readonly string[];
  /** A select that gives its rows, all of them, from the other tables. */
  readonly select: string;
}
