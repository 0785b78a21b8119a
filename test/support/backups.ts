import { Readable } from 'node:stream';
import { writeBackup, type Output } from '#libs/event-store';
import type { Database } from '#libs/platform';

/** What was written, and what the writer answered. */
export async function collect<Result>(
  write: (output: Output) => Promise<Result>,
): Promise<{ readonly result: Result; readonly bytes: Buffer }> {
  const pieces: Buffer[] = [];
  const result = await write(async (output) => {
    for await (const piece of output) pieces.push(piece);
  });
  return { result, bytes: Buffer.concat(pieces) };
}

export async function backupOf(database: Database): Promise<Buffer> {
  return (await collect((output) => writeBackup(database, output, { version: 'test' }))).bytes;
}

export const read = (bytes: Buffer) => Readable.from([bytes]);

/** Everything that a backup keeps, as text: with all the digits that there are. */
export async function logOf(database: Database) {
  const texts = async (statement: string) =>
    (await database.query<{ text: string }>(statement)).map(({ text }) => text);
  return {
    events: await texts('select e::text as text from events e order by shard, position'),
    workspaces: await texts('select w::text as text from workspaces w order by id'),
  };
}
