import { FORMAT, UnreadableBackupError } from './backup-format.js';

/** A line of a backup, such as `{"event": {...}}`. */
type Line = Readonly<Record<string, unknown>>;

/** How lines of older formats are converted to the current format. */
export interface Formats {
  readonly current: number;
  /** The key is the format that the step converts from; the result has the next format. What stays as it is, is the same object. */
  readonly steps: Readonly<Record<number, (line: Line) => Line>>;
}

const FORMATS: Formats = { current: FORMAT, steps: { 1: nameWorkspace } };

/** There was one workspace, and nobody could name it: it gets the name that the migration gives it. */
function nameWorkspace(line: Line): Line {
  const { workspace } = line;
  return typeof workspace === 'object' ? { workspace: { name: 'Home', ...workspace } } : line;
}

/**
 * Converts a line of any format to the current format. Events keep the schema version in which they were
 * written; `upcast` converts them when they are read.
 *
 * @throws UnreadableBackupError if it is no JSON, Error if a step between the two formats is missing
 */
export function upgradeLine(text: string, format: number, { current, steps }: Formats = FORMATS): string {
  if (format === current) return text;
  const read = parse(text);
  let line = read;
  for (let from = format; from < current; from += 1) {
    const step = steps[from];
    if (step === undefined) throw new Error(`A backup of format ${from} cannot be read`);
    line = step(line);
  }
  // JavaScript would change some of the numbers of an event.
  return line === read ? text : JSON.stringify(line);
}

function parse(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch (cause) {
    throw new UnreadableBackupError('The backup is damaged: a line cannot be read.', { cause });
  }
}
