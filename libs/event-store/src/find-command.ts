import type { Queryable } from '#libs/platform';
import type { Token } from './token.js';

/** Where a command's last event is, if it was appended before. */
export async function findCommand(
  database: Queryable,
  { shard, commandId }: { readonly shard: number; readonly commandId: string },
): Promise<Token | undefined> {
  const [last] = await database.query<{ position: number }>(
    'select position from events where shard = $1 and command_id = $2 order by position desc limit 1',
    [shard, commandId],
  );
  return last && { shard, position: last.position };
}
