import type { EntityManager } from '@mikro-orm/postgresql';
import { accountLinks, type LinkPurpose } from './entities/account-link.js';
import { addLink } from './links.js';

interface NewLink {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
}

/** Makes a link in place of those that were not used, and answers its token. It is in no table: nobody can read it again. */
export async function createAccountLink(
  manager: EntityManager,
  { accountId, purpose }: NewLink,
): Promise<string> {
  await manager.nativeDelete(accountLinks, { accountId, purpose, usedAt: null });
  return await addLink(manager, { accountId, purpose });
}

/** The page on which its holder sets a password: a path inside the app. */
export const resetPath = (token: string) => `/reset/${token}`;
