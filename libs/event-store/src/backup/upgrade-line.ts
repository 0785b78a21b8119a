import { FORMAT } from './backup-format.js';

/** A workspace or an event as a line of a backup has it: `{"event": {...}}`. */
type Line = Readonly<Record<string, unknown>>;

/** How lines of older formats become today's. */
export interface Formats {
  readonly current: number;
  /** By the format that a step starts from. */
  readonly steps: Readonly<Record<number, (line: Line) => Line>>;
}

const FORMATS: Formats = { current: FORMAT, steps: {} };

/**
 * The line in today's format, whatever format the backup is in. Events keep the schema version that they were written in:
 * what they mean is not the backup's business, see `upcast`.
 *
 * @throws Error when a step between the two formats is missing
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
