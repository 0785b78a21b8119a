import type { DomainEvent, Recorded } from '#libs/domain';
import type { Column, Shape, Table } from '#libs/read-model';

/** Tables that are built from the log. They are folded together and go live together. */
export interface Projection extends Shape {
  readonly tables: readonly FoldedTable[];
  readonly summaries: readonly Summary[];
}

/** All tables of a projection. */
export function tablesOf({ tables, summaries }: Projection): readonly Table[] {
  return [...tables, ...summaries].map(({ table }) => table);
}

/** The projections that a process keeps up to date. A class, so that Nest can inject it. */
export class Projections {
  constructor(readonly all: readonly Projection[]) {}
}

/** A row of any table; the keys are property names. */
export type Row = Readonly<Record<string, unknown>>;

/** A table whose rows are folded from events. A stream can have any number of rows in it. */
export interface FoldedTable {
  readonly table: Table;
  /** The column with the id of the row's stream. */
  readonly stream: Column;
  /** Whether this table handles events of this type. Other tables may handle them as well. */
  readonly handles: (event: { readonly type: string }) => boolean;
  /**
   * Returns the rows of a stream after one of its events. It is pure: catching up, replay and verification
   * use the same fold.
   *
   * @throws Error if the event cannot follow the ones before it; its stream is then parked
   */
  readonly evolve: (rows: readonly Row[], recorded: Recorded<DomainEvent>) => readonly Row[];
}

/** A table with sums over the rows of another table. */
export interface Summary {
  readonly table: Table;
  readonly of: FoldedTable;
  /** The properties with sums; the other properties are the key. */
  readonly sums: readonly string[];
  /** The amounts that a row of the other table adds, to any number of rows of this one. */
  readonly count: (row: Row) => readonly Row[];
  /** A select on the other table that returns all rows of this one, under the names of its columns. */
  readonly select: string;
}
