import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, type Happened } from './audit.js';
import { memberships } from './entities/membership.js';

type AboutAccount = Omit<Happened, 'workspaceId'> & { readonly accountId: string };

/** Records what happened to an account once for each workspace that it is in, so that the owners of each see it. */
export async function auditInWorkspaces(manager: EntityManager, happened: AboutAccount): Promise<void> {
  const { accountId } = happened;
  const found = await manager.find(memberships, { accountId }, { orderBy: { createdAt: 'asc' } });
  if (found.length === 0) audit(manager, happened);
  for (const { workspaceId } of found) audit(manager, { ...happened, workspaceId });
}
