import type { Readable } from 'node:stream';
import { parseHeader, UnreadableBackupError, type BackupHeader } from './backup-format.js';
import { Checksum } from './checksum.js';
import { Counts } from './counts.js';
import { readCompressedLines } from './read-compressed-lines.js';
import { upgradeLine } from './upgrade-line.js';

/** A part of a backup: first the header, then rows as JSON. */
export type BackupPart = { readonly kind: 'header'; readonly header: BackupHeader } | BackupRows;

export interface BackupRows {
  /** `workspace`, `event`, or the name of a table. */
  readonly kind: string;
  readonly rows: readonly string[];
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly events: number; readonly total: number }) => void;
}

/**
 * Reads a backup part by part. Only after the last part is it certain that nothing is missing or changed.
 *
 * @throws UnreadableBackupError if it is not a backup, has a newer format, is cut off or damaged
 */
export async function* readBackup(
  file: Readable,
  { signal, onProgress }: ReadOptions = {},
): AsyncGenerator<BackupPart> {
  const checksum = new Checksum();
  const counts = new Counts();
  let header: BackupHeader | undefined;
  for await (const lines of readCompressedLines(file)) {
    signal?.throwIfAborted();
    checksum.add(lines);
    if (header === undefined) {
      header = parseHeader(lines.shift());
      yield { kind: 'header', header };
    }
    for (const part of sort(lines, header)) {
      yield part;
      counts.add(part);
    }
    onProgress?.({ events: counts.of('event'), total: header.events });
  }
  checksum.compare();
  counts.compare(header);
}

/** Reads a whole backup to check it. @throws UnreadableBackupError if it cannot be restored */
export async function checkBackup(file: Readable, options: ReadOptions = {}): Promise<void> {
  const parts = readBackup(file, options);
  while (!(await parts.next()).done);
}

/** Reads only the header. @throws UnreadableBackupError if there is none */
export async function readHeader(file: Readable): Promise<BackupHeader> {
  for await (const part of readBackup(file)) if ('header' in part) return part.header;
  throw new UnreadableBackupError('The backup is empty.');
}

/** In the order in which they are restored. */
const kindsOf = ({ tables }: BackupHeader) => ['workspace', ...Object.keys(tables), 'event'];

function sort(lines: readonly string[], header: BackupHeader): BackupRows[] {
  const today = lines.map((line) => upgradeLine(line, header.format));
  const parts = kindsOf(header).map((kind) => {
    const begin = `{"${kind}":`;
    const rows = today.filter((line) => line.startsWith(begin)).map((line) => line.slice(begin.length, -1));
    return { kind, rows };
  });
  const known = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  if (known < lines.length) throw new UnreadableBackupError('The backup is damaged: a line cannot be read.');
  return parts.filter(({ rows }) => rows.length > 0);
}
