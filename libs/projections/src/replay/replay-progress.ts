export type ReplayPhase = 'sort' | 'fold' | 'index' | 'catch up' | 'verify' | 'go live';

/** How far a replay is. */
export interface ReplayProgress {
  readonly phase: ReplayPhase;
  readonly events: number;
  /** How many there were when the phase began; 0 when a phase has no events to count, or nobody knows how many. */
  readonly total: number;
}
