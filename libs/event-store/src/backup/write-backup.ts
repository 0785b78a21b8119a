import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { inTransaction, type Database, type Queryable } from '#libs/platform';
import { formatEnd, type BackupHeader } from './backup-format.js';
import type { KeptTable } from './kept-table.js';
import { readBackupHeader, readEventLines, readTableLines, readWorkspaceLines } from './read-lines.js';

export interface BackupOptions {
  /** The version of the app, for people who read the backup. */
  readonly version: string;
  /** What it keeps besides the log: each table after those that it refers to. */
  readonly tables?: readonly KeptTable[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly events: number; readonly total: number }) => void;
}

/** Writes the pieces of the compressed backup to where they should go. */
export type Output = (pieces: AsyncIterable<Buffer>) => Promise<void>;

/** A higher level takes three times as long for a file that is hardly smaller. */
const COMPRESSION = { level: 1, chunkSize: 1 << 16 };

/**
 * Writes the whole log, and everything else that cannot be rebuilt from it, as of one moment. It blocks no
 * reader or writer, and its memory use does not grow with the log.
 *
 * @param database connected as the owner, without a statement timeout
 */
export async function writeBackup(
  database: Database,
  output: Output,
  options: BackupOptions,
): Promise<BackupHeader> {
  return await inTransaction(
    database,
    async (snapshot) => {
      const header = await readBackupHeader(snapshot, options);
      await packBackup(content(snapshot, header, options), output);
      return header;
    },
    'isolation level repeatable read, read only',
  );
}

/** Makes a backup of its lines, without the last one: adds that, and compresses them. */
export async function packBackup(lines: AsyncIterable<string>, output: Output): Promise<void> {
  await pipeline(Readable.from(withChecksum(lines)), createGzip(COMPRESSION), output);
}

async function* content(
  snapshot: Queryable,
  header: BackupHeader,
  { tables = [], signal, onProgress }: BackupOptions,
): AsyncGenerator<string> {
  yield JSON.stringify(header);
  yield* readWorkspaceLines(snapshot);
  for (const table of tables) yield* readTableLines(snapshot, table);
  let events = 0;
  for await (const { count, lines } of readEventLines(snapshot)) {
    signal?.throwIfAborted();
    yield lines;
    events += count;
    onProgress?.({ events, total: header.events });
  }
}

/** Adds a line feed after each piece, and a last line with the checksum of everything before it. */
async function* withChecksum(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    const bytes = Buffer.from(`${piece}\n`);
    hash.update(bytes);
    yield bytes;
  }
  yield Buffer.from(`${formatEnd(hash.digest('hex'))}\n`);
}
