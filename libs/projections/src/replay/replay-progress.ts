export type ReplayPhase = 'sort' | 'fold' | 'index' | 'catch up' | 'verify' | 'go live';

/** The progress of a replay. */
export interface ReplayProgress {
  readonly phase: ReplayPhase;
  readonly events: number;
  /**
   * How many events there were when the phase began; 0 if the phase has no events to count or their number is
   * not known.
   */
  readonly total: number;
}
