import type { Queryable } from '#libs/platform';
import type { Token } from './token.js';

/** Finds the position of a command's last event; undefined if the command has appended none. */
export async function findCommand(
  database: Queryable,
  { shard, commandId }: { readonly shard: number; readonly commandId: string },
): Promise<Token | undefined> {
  // OFFSET 0 keeps PostgreSQL from scanning the whole shard backwards for the last position.
  const [last] = await database.query<{ position: number }>(
    `select position from (select position from events where shard = $1 and command_id = $2 offset 0) of_command
     order by position desc limit 1`,
    [shard, commandId],
  );
  return last && { shard, position: last.position };
}
