/**
 * SQL for whether the tables have folded, up to a checkpoint `c`, what the log does not hold: it was put back from an older
 * backup. `head` is the last event of the shard. Once the log has grown past the checkpoint, only the command that was
 * folded last shows it.
 */
export const IS_AHEAD = `(
  c.position > coalesce(head.position, 0)
  or c.command_id is not null and not exists (
    select from events e where e.shard = c.shard and e.command_id = c.command_id))`;

/** The last event of a shard, to be joined. */
export const headOf = (shard: 'c.shard' | 'asked.shard') => `lateral (
  select position from events e where e.shard = ${shard} order by position desc limit 1) head`;
