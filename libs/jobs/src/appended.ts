import type { Queryable } from '#libs/platform';

/** The NOTIFY channel on which web tells workers at once which shards have new events. */
export const APPENDED = 'garbanzo_appended';

export async function notifyAppended(database: Queryable, shards: readonly number[]): Promise<void> {
  await database.query('select pg_notify($1, $2)', [APPENDED, shards.join(' ')]);
}

/** The shards that a notification names; whatever else it says is ignored. */
export function shardsIn(payload: string): readonly number[] {
  return payload
    .split(' ')
    .filter((text) => /^\d{1,2}$/.test(text))
    .map(Number);
}
