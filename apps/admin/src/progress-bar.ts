const EVERY_MS = { terminal: 100, lines: 5_000 };
const WIDTH = 30;
const LEAST_WIDTH = 5;

/** The progress of a task in its current phase. */
export interface Step {
  readonly phase: string;
  readonly events: number;
  /** 0 if the total is not known. */
  readonly total: number;
}

/**
 * Shows progress: a bar for each phase on a terminal, and plain lines every few seconds elsewhere. It writes
 * to the standard error, so that the command's output can be piped. It does not use cli-progress, because
 * that would replace only the bar itself: the rate, the phases, the width and the lines for logs would still
 * be ours.
 */
export class ProgressBar {
  private phase = '';
  private begun = 0;
  private shownAt = 0;
  /** The latest step, if it was not shown yet. */
  private pending: Step | undefined;

  constructor(
    private readonly stream: NodeJS.WriteStream = process.stderr,
    private readonly now: () => number = () => performance.now(),
  ) {}

  show(step: Step): void {
    const now = this.now();
    const isNew = step.phase !== this.phase;
    if (isNew) this.begin(step.phase, now);
    this.pending = step;
    const every = this.stream.isTTY ? EVERY_MS.terminal : EVERY_MS.lines;
    if (isNew || now - this.shownAt >= every) this.write(step, now);
  }

  /** Shows the last step and leaves it on the screen. */
  end(): void {
    if (this.pending) this.write(this.pending, this.now());
    if (this.phase !== '' && this.stream.isTTY) this.stream.write('\n');
    this.phase = '';
  }

  private begin(phase: string, now: number): void {
    this.end();
    this.phase = phase;
    this.begun = now;
  }

  private write(step: Step, now: number): void {
    this.shownAt = now;
    this.pending = undefined;
    const line = describe(step, (now - this.begun) / 1_000);
    if (this.stream.isTTY) this.stream.write(`\r\u001B[2K${fitted(step, line, this.stream.columns)}`);
    else this.stream.write(`${line}\n`);
  }
}

/** @param seconds since the phase began */
export function describe({ phase, events, total }: Step, seconds: number): string {
  if (events === 0 && total === 0) return phase;
  // In the first half second a rate would mean nothing.
  const rate = seconds >= 0.5 ? events / seconds : 0;
  const left = rate > 0 && total > events ? `, ${duration((total - events) / rate)} left` : '';
  const of = total > 0 ? ` of ${total.toLocaleString('en')}` : '';
  const speed = rate > 0 ? `, ${Math.round(rate).toLocaleString('en')}/s` : '';
  return `${phase}: ${events.toLocaleString('en')}${of} events${speed}${left}`;
}

/**
 * Adds a bar if there is room for it. A line wider than the terminal would wrap, and could not be erased
 * completely.
 */
function fitted(step: Step, line: string, columns: number): string {
  const width = Math.min(WIDTH, columns - line.length - '[] '.length - 1);
  return `${width < LEAST_WIDTH ? '' : bar(step, width)}${line}`.slice(0, columns - 1);
}

function bar({ events, total }: Step, width: number): string {
  const share = total > 0 ? Math.min(1, events / total) : 0;
  const full = Math.round(share * width);
  return `[${'█'.repeat(full)}${' '.repeat(width - full)}] `;
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
