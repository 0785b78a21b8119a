/** Measures how long each phase of a long task takes. */
export class PhaseTimes {
  private readonly times = new Map<string, number>();
  private current: { readonly phase: string; readonly since: number } | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Begins a phase and ends the previous one, unless it is the same. */
  begin(phase: string): void {
    if (phase === this.current?.phase) return;
    this.end();
    this.current = { phase, since: this.now() };
  }

  end(): void {
    if (this.current === undefined) return;
    const { phase, since } = this.current;
    this.times.set(phase, (this.times.get(phase) ?? 0) + this.now() - since);
    this.current = undefined;
  }

  /** The seconds that each phase took, in the order in which they first began. */
  seconds(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.times].map(([phase, ms]) => [phase, ms / 1_000]));
  }
}
