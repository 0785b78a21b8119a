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
  /** Rows that there should be, by table. */
  readonly rows = new Map<string, number>();

  constructor(private readonly limit: number) {}

  differ(difference: Difference): void {
    this.found += 1;
    if (this.differences.length < this.limit) this.differences.push(difference);
  }

  result(): Verification {
    const { events, found, differences } = this;
    const rows = [...this.rows.values()].reduce((sum, count) => sum + count, 0);
    return { events, rows, found, differences };
  }

  expect(table: string, rows: number): void {
    this.rows.set(table, (this.rows.get(table) ?? 0) + rows);
  }
}
