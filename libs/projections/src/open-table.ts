import type { DomainEvent, Recorded } from '#libs/domain';
import type { FoldedTable, Row } from './projection.js';

/** The rows of a stream before and after folding. */
export interface RowChange {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** The rows of some streams of a table, while events are folded into them. */
export class OpenTable {
  private readonly after = new Map<string, readonly Row[]>();

  /** @param before the rows in the table, by stream id; a stream that is missing here has none */
  constructor(
    readonly folded: FoldedTable,
    private readonly before: ReadonlyMap<string, readonly Row[]> = new Map(),
  ) {}

  /** Returns the rows of the event's stream after the event. They take effect only through `put`. */
  evolve(recorded: Recorded<DomainEvent>): readonly Row[] {
    const { streamId } = recorded;
    return this.folded.evolve(this.after.get(streamId) ?? this.before.get(streamId) ?? [], recorded);
  }

  put(streamId: string, rows: readonly Row[]): void {
    this.after.set(streamId, rows);
  }

  changes(): readonly RowChange[] {
    return [...this.after].map(([streamId, after]) => ({ before: this.before.get(streamId) ?? [], after }));
  }

  /** The rows of all streams into which events were folded. */
  rows(): readonly Row[] {
    return [...this.after.values()].flat();
  }
}
