import { raw, type EntityManager } from '@mikro-orm/postgresql';
import { accounts } from './entities/account.js';

/** The account with an address as somebody types it. Null when there is none. */
export function findByEmail(manager: EntityManager, email: string) {
  const typed = email.normalize('NFC').trim().toLowerCase();
  return manager.findOne(accounts, { [raw('lower(email)')]: typed });
}
