/** How long each phase of long work took. */
export class PhaseTimes {
  private readonly times = new Map<string, number>();
  private current: { readonly phase: string; readonly since: number } | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whatever was going on before has ended, unless it is the same. */
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

  /** By phase, in the order in which they began. */
  seconds(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.times].map(([phase, ms]) => [phase, ms / 1_000]));
  }
}
