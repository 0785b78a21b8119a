/** Something that is not as the log says. */
export interface Difference {
  readonly table: string;
  readonly key: string;
  /** Empty when the whole row is missing, or is too much. */
  readonly column: string;
  readonly expected: unknown;
  readonly found: unknown;
}

export interface Verification {
  readonly events: number;
  /** Rows that there should be. */
  readonly rows: number;
  /** Differences there are, of which the first few are listed. */
  readonly found: number;
  readonly differences: readonly Difference[];
}

/** What was found so far, by all connections. */
export class Findings {
  events = 0;
  private found = 0;
  readonly differences: Difference[] = [];
  /** Rows that there should be. */
  private rows = 0;
  /** Rows that are there and were compared, by table. */
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
