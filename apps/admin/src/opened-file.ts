import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './exit-code.js';

const PIECE = 1 << 16;

/** Gives the content of one and the same file from its beginning, as often as it is called. */
export type Read = () => Readable;

/** Runs the work with a file, or with what comes from the standard input when its name is `-`. */
export async function withFile<Result>(path: string, work: (read: Read) => Promise<Result>): Promise<Result> {
  const file = path === '-' ? await spool() : await openExisting(path);
  try {
    return await work(() => Readable.from(pieces(file)));
  } finally {
    await file.close();
  }
}

/** Not a stream of the file's own, because that would close the file when it is done. */
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

/** The standard input as a file, to be read more than once. It has no name, so it is gone with this process. */
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
