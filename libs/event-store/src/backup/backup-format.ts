import { z } from 'zod';

/*
 * A backup is lines of JSON, compressed with gzip: a header, a line for each workspace, a line for each row of
 * the tables that its header names, a line for each event in the order of shard and position, and a last line with a checksum
 * of everything before it. See docs/adr/0011-a-backup-is-the-log-in-lines.md.
 */

/** The format of new backups. Backups of all older formats must remain readable. */
export const FORMAT = 2;

/** These two fields are the same in every format, including future ones. */
const anyHeader = z.object({ garbanzo: z.literal('backup'), format: z.int().min(1) });

const header = anyHeader.extend({
  /** The version of the app that wrote the backup. */
  version: z.string(),
  takenAt: z.iso.datetime({ offset: true }),
  workspaces: z.int().min(0),
  events: z.int().min(0),
  /** The last position that was assigned, even if its event was erased or rolled back. */
  lastPosition: z.int().min(0),
  /** What else it holds, by the names of the tables: each after those that it refers to. Format 1 held nothing else. */
  tables: z
    .record(z.string().regex(/^[a-z_]+$/), z.object({ rows: z.int().min(0), columns: z.array(z.string()) }))
    .default({}),
});

const end = z.object({ end: z.object({ sha256: z.string() }) });

export type BackupHeader = z.infer<typeof header>;

/** A file that cannot be restored. The message explains the reason to a person. */
export class UnreadableBackupError extends Error {}

/**
 * @throws UnreadableBackupError if the line is not a backup's header, or its format is newer than this
 *   version
 */
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

/** The checksum in the last line of a backup; undefined for any other line. */
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
