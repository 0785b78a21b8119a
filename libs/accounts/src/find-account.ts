import { raw, type EntityManager } from '@mikro-orm/postgresql';
import { accounts } from './entities/account.js';

/** The account with an e-mail address, whatever its capitals are; null if there is none. */
export function findAccount(manager: EntityManager, email: string) {
  return manager.findOne(accounts, { [raw('lower(email)')]: email.normalize('NFC').trim().toLowerCase() });
}
