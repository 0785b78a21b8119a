import { FORMAT } from './backup-format.js';

/** A line of a backup, such as `{"event": {...}}`. */
type Line = Readonly<Record<string, unknown>>;

/** How lines of older formats are converted to the current format. */
export interface Formats {
  readonly current: number;
  /** The key is the format that the step converts from; the result has the next format. */
  readonly steps: Readonly<Record<number, (line: Line) => Line>>;
}

const FORMATS: Formats = { current: FORMAT, steps: {} };

/**
 * Converts a line of any format to the current format. Events keep the schema version in which they were
 * written; `upcast` converts them when they are read.
 *
 * @throws Error if a step between the two formats is missing
 */
export function upgradeLine(text: string, format: number, { current, steps }: Formats = FORMATS): string {
  if (format === current) return text;
  let line = JSON.parse(text) as Line;
  for (let from = format; from < current; from += 1) {
    const step = steps[from];
    if (step === undefined) throw new Error(`A backup of format ${from} cannot be read`);
    line = step(line);
  }
  return JSON.stringify(line);
}
