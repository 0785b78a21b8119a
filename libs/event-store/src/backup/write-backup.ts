import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { inTransaction, type Database, type Queryable } from '#libs/platform';
import { formatEnd, type BackupHeader } from './backup-format.js';
import { readBackupHeader, readEventLines, readWorkspaceLines } from './read-lines.js';

export interface BackupOptions {
  /** Of the app, for whoever reads the backup. */
  readonly version: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly events: number; readonly total: number }) => void;
}

/** Takes the compressed backup, piece by piece. */
export type Output = (pieces: AsyncIterable<Buffer>) => Promise<void>;

/** Compressing harder takes three times as long for a file that is hardly smaller. */
const COMPRESSION = { level: 1, chunkSize: 1 << 16 };

/**
 * Writes the whole log, and what else cannot be built from it, as it is at one moment. Nobody is held up meanwhile, and
 * memory does not grow with the log.
 *
 * @param database connected as the owner, with patience
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
      await pipeline(
        Readable.from(withChecksum(content(snapshot, header, options))),
        createGzip(COMPRESSION),
        output,
      );
      return header;
    },
    'isolation level repeatable read, read only',
  );
}

async function* content(
  snapshot: Queryable,
  header: BackupHeader,
  { signal, onProgress }: BackupOptions,
): AsyncGenerator<string> {
  yield JSON.stringify(header);
  yield* readWorkspaceLines(snapshot);
  let events = 0;
  for await (const { count, lines } of readEventLines(snapshot)) {
    signal?.throwIfAborted();
    yield lines;
    events += count;
    onProgress?.({ events, total: header.events });
  }
}

/** Ends each piece with a line feed, and the whole with a line that holds the checksum of all of them. */
async function* withChecksum(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    const bytes = Buffer.from(`${piece}\n`);
    hash.update(bytes);
    yield bytes;
  }
  yield Buffer.from(`${formatEnd(hash.digest('hex'))}\n`);
}
