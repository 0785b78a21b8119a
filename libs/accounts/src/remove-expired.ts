import type { EntityManager } from '@mikro-orm/postgresql';

/** When a row of each table can be used by nobody any more. */
const EXPIRED = {
  identity_flows: 'expires_at < now()',
  identity_offers: 'expires_at < now()',
  passkey_challenges: `created_at < now() - interval '15 minutes'`,
  pending_sign_ins: `created_at < now() - interval '15 minutes'`,
} as const;

/**
 * Removes what nobody can use any more: some of it whenever more of it is made, so that it never piles up. What another
 * transaction removes just now is left to it.
 */
export async function removeExpired(manager: EntityManager, table: keyof typeof EXPIRED): Promise<void> {
  await manager.execute(`
    delete from ${table} where ctid in (
      select ctid from ${table} where ${EXPIRED[table]} limit 100 for update skip locked)`);
}
