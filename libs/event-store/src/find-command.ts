import type { Queryable } from '#libs/platform';
import type { Token } from './token.js';

/** Where a command's last event is, if it was appended before. */
export async function findCommand(
  database: Queryable,
  { shard, commandId }: { readonly shard: number; readonly commandId: string },
): Promise<Token | undefined> {
  // OFFSET 0: the last position must not be looked for backwards through the whole shard.
  const [last] = await database.query<{ position: number }>(
    `select position from (select position from events where shard = $1 and command_id = $2 offset 0) of_command
     order by position desc limit 1`,
    [shard, commandId],
  );
  return last && { shard, position: last.position };
}
