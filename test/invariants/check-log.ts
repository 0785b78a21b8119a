import type { Database } from '#libs/platform';
import type { Witness } from './witness.js';

/** I1 and I2: what was asked for is in the log, and once. */
export async function checkCommands(database: Database, witness: Witness, since = 0): Promise<string[]> {
  const counts = await countByCommand(database, since);
  const isThereOnce = (id: string) => counts.get(id) === 1;
  const notOnce = [...witness.acknowledged].filter((id) => !isThereOnce(id));
  const tooOften = [...counts].filter(([id, count]) => count > 1 && !witness.acknowledged.has(id));
  const unasked = [...counts.keys()].filter((id) => !witness.asked.has(id));
  return [
    ...notOnce.map(
      (id) => `I1: command ${id} was acknowledged and is ${counts.get(id) ?? 0} times in the log`,
    ),
    ...tooOften.map(([id, count]) => `I2: command ${id} had no answer and is ${count} times in the log`),
    ...unasked.map((id) => `I2: nobody asked for command ${id}`),
  ];
}

async function countByCommand(database: Database, since: number): Promise<Map<string, number>> {
  const rows = await database.query<{ id: string; count: number }>(
    'select command_id as id, count(*) from events where position > $1 group by command_id',
    [since],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** I3: streams are without a gap. */
export async function checkStreams(database: Database): Promise<string[]> {
  const rows = await database.query<{ id: string }>(`
    select stream_id as id from (
      select stream_id, version, row_number() over (partition by shard, stream_id order by position) as nth from events
    ) numbered
    group by stream_id having bool_or(version <> nth)`);
  return rows.map(({ id }) => `I3: the versions of stream ${id} are not 1..n in the order of positions`);
}
