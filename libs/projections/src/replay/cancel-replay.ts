import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ReadModel, Shape } from '#libs/read-model';

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 200;

/**
 * Asks the replay of a projection that is running, wherever it runs, to end, and waits until it has.
 *
 * @returns whether it has ended, or undefined when none was running
 */
export async function cancelReplay({ kysely }: ReadModel, { name }: Shape): Promise<boolean | undefined> {
  const { rows } = await sql<{ id: number }>`
    update generations set cancel_requested = true
    where projection = ${name} and state = 'building' returning id`.execute(kysely);
  if (rows.length === 0) return undefined;
  const ids = rows.map(({ id }) => id);
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const left = await sql`
      select from generations where id = any(${ids}::int[]) and state = 'building'`.execute(kysely);
    if (left.rows.length === 0) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}
