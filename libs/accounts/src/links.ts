import { raw, type EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { accounts } from './entities/account.js';
import { accountLinks, type LinkPurpose } from './entities/account-link.js';
import { hashOfSecret, newSecret } from './secret.js';

interface NewLink {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  readonly email?: string;
}

/** Makes a link in a unit of work that is under way. Answers its secret, which nobody finds in the database. */
export async function addLink(
  manager: EntityManager,
  { accountId, purpose, email }: NewLink,
): Promise<string> {
  await manager.nativeDelete(accountLinks, { accountId, expiresAt: { $lt: now() } });
  const secret = newSecret();
  manager.create(accountLinks, {
    id: uuidv7(),
    accountId,
    tokenHash: hashOfSecret(secret),
    purpose,
    email: email ?? null,
    usedAt: null,
  });
  return secret;
}

/** The link with this secret, if it still works, and its account is not disabled; null for any other. */
export async function findLink(manager: EntityManager, secret: string, purpose: LinkPurpose) {
  const link = await manager.findOne(accountLinks, workingLink(secret, purpose));
  if (link === null) return null;
  const holders = await manager.count(accounts, { id: link.accountId, disabledAt: null });
  return holders === 1 ? link : null;
}

/** Uses it up: of several who come with it at the same time, one is answered with the link. */
export async function takeLink(manager: EntityManager, secret: string, purpose: LinkPurpose) {
  const link = await findLink(manager, secret, purpose);
  if (link === null) return null;
  const used = await manager.nativeUpdate(accountLinks, workingLink(secret, purpose), { usedAt: now() });
  return used === 1 ? link : null;
}

/** Whatever has been sent to somebody works no more: another way to the account has been closed or opened. */
export async function useUpLinks(manager: EntityManager, accountId: string): Promise<void> {
  await manager.nativeUpdate(accountLinks, { accountId, usedAt: null }, { usedAt: now() });
}

function workingLink(secret: string, purpose: LinkPurpose) {
  return { tokenHash: hashOfSecret(secret), purpose, usedAt: null, expiresAt: { $gt: now() } };
}

/** By the clock of the database. */
const now = () => raw<Date>('clock_timestamp()');
