import { z } from 'zod';

/*
 * A backup is lines of JSON, compressed with gzip: a header, a line for each workspace, a line for each event in the order
 * of shard and position, and an end with a checksum of all that is before it. See docs/adr/0011-the-format-of-backups.md.
 */

/** The format that is written. Every older one is read, for ever. */
export const FORMAT = 1;

/** Starts with the only two things that no later format may change. */
const anyHeader = z.object({ garbanzo: z.literal('backup'), format: z.int().min(1) });

const header = anyHeader.extend({
  /** Of the app that has written it. */
  version: z.string(),
  takenAt: z.iso.datetime({ offset: true }),
  workspaces: z.int().min(0),
  events: z.int().min(0),
  /** The last position that was handed out, whether its event is still there or not. */
  lastPosition: z.int().min(0),
});

const end = z.object({ end: z.object({ sha256: z.string() }) });

export type BackupHeader = z.infer<typeof header>;

/** A file that cannot be restored from: the message says in words why. */
export class UnreadableBackupError extends Error {}

/** @throws UnreadableBackupError when the line begins no backup, or one of a newer format */
export function parseHeader(line = ''): BackupHeader {
  const value = parseJson(line);
  const begun = anyHeader.safeParse(value);
  if (!begun.success) throw new UnreadableBackupError('This is no backup of Garbanzo.');
  const { format } = begun.data;
  if (format > FORMAT) {
    throw new UnreadableBackupError(
      `The backup is of format ${format}; this version reads up to ${FORMAT}. Use the version that wrote it, or a later one.`,
    );
  }
  const whole = header.safeParse(value);
  if (!whole.success) throw new UnreadableBackupError('The backup is damaged: its header cannot be read.');
  return whole.data;
}

/** The checksum in the last line; undefined when it is another line. */
export function parseEnd(line = ''): string | undefined {
  return line.startsWith('{"end":') ? end.safeParse(parseJson(line)).data?.end.sha256 : undefined;
}

export const formatEnd = (sha256: string) =>
  JSON.stringify({ end: { sha256 } } satisfies z.infer<typeof end>);

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
