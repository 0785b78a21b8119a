import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './exit-code.js';

const PIECE = 1 << 16;

/** Reads the same file from its beginning, each time it is called. */
export type Read = () => Readable;

/** Opens a file and runs the work with it. If its name is `-`, it reads the standard input. */
export async function withFile<Result>(path: string, work: (read: Read) => Promise<Result>): Promise<Result> {
  const file = path === '-' ? await spool() : await openExisting(path);
  try {
    return await work(() => Readable.from(pieces(file)));
  } finally {
    await file.close();
  }
}

/** Not `createReadStream`, because that would close the file at its end. */
async function* pieces(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(PIECE), position });
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function openExisting(path: string): Promise<FileHandle> {
  return await open(path).catch((cause: Error) => {
    throw new Error(`${path} cannot be opened (${cause.message}).`, { cause });
  });
}

/**
 * Copies the standard input to a temporary file, so that it can be read more than once. The file is unlinked
 * at once, so it disappears when this process ends.
 */
async function spool(): Promise<FileHandle> {
  if (process.stdin.isTTY) throw new UsageError('Nothing comes from the standard input: name a file.');
  const path = join(tmpdir(), `garbanzo-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  await pipeline(process.stdin, async (input: AsyncIterable<Buffer>) => {
    for await (const piece of input) await file.writeFile(piece);
  });
  return file;
}
