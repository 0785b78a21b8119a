import type { EntityManager } from '@mikro-orm/postgresql';
import { accountLinks, type LinkPurpose } from './entities/account-link.js';
import { addLink } from './links.js';

interface NewLink {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
}

/** Makes a link in place of those that were not used, and answers its token. It is in no table: nobody can read it again. */
export async function createAccountLink(manager: EntityManager, wanted: NewLink): Promise<string> {
  await removeUnusedLinks(manager, wanted);
  return await addLink(manager, wanted);
}

/** Those that were made before work no more. */
export async function removeUnusedLinks(
  manager: EntityManager,
  { accountId, purpose }: NewLink,
): Promise<void> {
  await manager.nativeDelete(accountLinks, { accountId, purpose, usedAt: null });
}

/** The page on which its holder sets a password: a path inside the app. */
export const resetPath = (token: string) => `/reset/${token}`;
