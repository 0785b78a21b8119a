import type { Recorded } from '#libs/domain';
import type { FoldedTable, Row } from './projection.js';

/** The rows of a stream, before and after what was folded. */
export interface Change {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** The rows of some streams of a table while events are folded into them. */
export class OpenTable {
  private readonly after = new Map<string, readonly Row[]>();

  /** @param before the rows that are in the table, by stream; a stream that is not named has none */
  constructor(
    readonly folded: FoldedTable,
    private readonly before: ReadonlyMap<string, readonly Row[]> = new Map(),
  ) {}

  /** What the event makes of its stream's rows; nothing has changed until they are put in place. */
  evolve(recorded: Recorded): readonly Row[] {
    const { streamId } = recorded;
    return this.folded.evolve(this.after.get(streamId) ?? this.before.get(streamId) ?? [], recorded);
  }

  put(streamId: string, rows: readonly Row[]): void {
    this.after.set(streamId, rows);
  }

  changes(): readonly Change[] {
    return [...this.after].map(([streamId, after]) => ({ before: this.before.get(streamId) ?? [], after }));
  }

  /** The rows of all streams that were folded. */
  rows(): readonly Row[] {
    return [...this.after.values()].flat();
  }
}
