import { existsSync } from 'node:fs';
import { open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Output } from '#libs/event-store';

/**
 * Writes a new file. It gets its name only when all of it is on disk, only its owner can read it, and it
 * never overwrites another file.
 */
export async function writeNewFile<Result>(
  path: string,
  write: (output: Output) => Promise<Result>,
): Promise<Result> {
  refuseExisting(path);
  const partial = `${path}.partial`;
  const file = await open(partial, 'wx', 0o600).catch((error: unknown) => explain(error, partial));
  try {
    const result = await write(async (pieces) => {
      for await (const piece of pieces) await file.writeFile(piece);
    });
    await file.sync();
    refuseExisting(path);
    await rename(partial, path);
    await syncFolder(dirname(path));
    return result;
  } catch (error) {
    await unlink(partial).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

function refuseExisting(path: string): void {
  if (existsSync(path)) throw new Error(`${path} is there already. Remove it, or take another name.`);
}

function explain(error: unknown, partial: string): never {
  const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
  if (!isThere) throw error;
  throw new Error(
    `${partial} is there already: another backup is writing it, or was killed. If none is, remove it.`,
    { cause: error },
  );
}

/** The new name is safely on disk only after its folder was synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
