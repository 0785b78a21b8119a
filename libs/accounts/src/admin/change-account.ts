import type { EntityManager, InferEntity } from '@mikro-orm/postgresql';
import type { accounts } from '../entities/account.js';
import { findByEmail } from '../find-by-email.js';
import type { PeopleStore } from '../people-store.js';

/** Who has done it, for the audit trail: nobody who is signed in. */
export const BY_COMMAND = { by: 'garbanzo' };

export type AccountRefusal = 'no-account' | 'disabled' | 'last-owner';

export type Outcome<Done> =
  { readonly ok: true; readonly done: Done } | { readonly ok: false; readonly refusal: AccountRefusal };

export const done = <Done>(result: Done): Outcome<Done> => ({ ok: true, done: result });
export const refused = (refusal: AccountRefusal): Outcome<never> => ({ ok: false, refusal });

/** Does something with the account that has this e-mail address. */
export async function changeAccount<Done>(
  store: PeopleStore,
  email: string,
  work: (manager: EntityManager, account: InferEntity<typeof accounts>) => Promise<Outcome<Done>>,
): Promise<Outcome<Done>> {
  return await store.change(async (manager) => {
    const account = await findByEmail(manager, email);
    return account === null ? refused('no-account') : await work(manager, account);
  });
}
