import { raw, type EntityManager } from '@mikro-orm/postgresql';
import { accounts } from './entities/account.js';

/** The account with an address as somebody types it. Null when there is none. */
export function findByEmail(manager: EntityManager, email: string) {
  return manager.findOne(accounts, { [raw('lower(email)')]: normalized(email) });
}

/** Two that differ in capitals only are the same. */
export const normalized = (email: string) => email.normalize('NFC').trim().toLowerCase();
