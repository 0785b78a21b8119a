/** A value or row that differs from what the log says. */
export interface Difference {
  readonly table: string;
  readonly key: string;
  /** Empty if a whole row is missing or should not exist. */
  readonly column: string;
  readonly expected: unknown;
  readonly found: unknown;
}

export interface Verification {
  readonly events: number;
  /** The number of rows that should exist. */
  readonly rows: number;
  /** The number of differences; `differences` lists only the first ones. */
  readonly found: number;
  readonly differences: readonly Difference[];
}

/** Collects what all parts of a verification have found so far. */
export class Findings {
  events = 0;
  private found = 0;
  readonly differences: Difference[] = [];
  /** The number of rows that should exist. */
  private rows = 0;
  /** The number of rows in each table that were compared. */
  private readonly compared = new Map<string, number>();

  constructor(private readonly limit: number) {}

  differ(difference: Difference): void {
    this.found += 1;
    if (this.differences.length < this.limit) this.differences.push(difference);
  }

  result(): Verification {
    const { events, rows, found, differences } = this;
    return { events, rows, found, differences };
  }

  compare(table: string, { expected, stored }: { readonly expected: number; readonly stored: number }): void {
    this.rows += expected;
    this.compared.set(table, this.comparedIn(table) + stored);
  }

  comparedIn(table: string): number {
    return this.compared.get(table) ?? 0;
  }
}
