import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Removes what nobody can use any more: some of it whenever more of it is made, so that it never piles up. What another
 * transaction removes just now is left to it.
 */
export async function removeExpired(
  manager: EntityManager,
  table: 'pending_sign_ins' | 'passkey_challenges',
): Promise<void> {
  await manager.execute(`
    delete from ${table} where ctid in (
      select ctid from ${table} where created_at < now() - interval '15 minutes'
      limit 100 for update skip locked)`);
}
