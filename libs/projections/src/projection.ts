import type { Recorded } from '#libs/domain';
import type { Column, Shape, Table } from '#libs/read-model';

/** Tables that are made from the log. They are folded together, and go live together. */
export interface Projection extends Shape {
  readonly tables: readonly FoldedTable[];
  readonly summaries: readonly Summary[];
}

/** The projections that a process keeps level with the log. A class, so that Nest can inject it by its name. */
export class Projections {
  constructor(readonly all: readonly Projection[]) {}
}

/** A row of any table, by the names of its properties. */
export type Row = Readonly<Record<string, unknown>>;

/** A table with rows that are folded from events. A stream has none, one or several of them. */
export interface FoldedTable {
  readonly table: Table;
  /** Says of which stream a row is. */
  readonly stream: Column;
  /** Whether events of this type are for this table. They may be for others as well. */
  readonly handles: (event: { readonly type: string }) => boolean;
  /**
   * The rows of a stream after an event of it. Pure: the same fold serves catching up, replay and verification.
   *
   * @throws Error when the event cannot follow: its stream is parked
   */
  readonly evolve: (rows: readonly Row[], recorded: Recorded) => readonly Row[];
}

/** A table that adds up the rows of another one. */
export interface Summary {
  readonly table: Table;
  readonly of: FoldedTable;
  /** The properties that are added up; the others say for what. */
  readonly sums: readonly string[];
  /** What a row of the other table adds; undefined when nothing. */
  readonly count: (row: Row) => Row | undefined;
  /** A select that gives all its rows from the other table, by the names of its columns. */
  readonly select: string;
}
