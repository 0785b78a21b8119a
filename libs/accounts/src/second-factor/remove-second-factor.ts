import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, type Happened } from '../audit.js';
import { recoveryCodes } from '../entities/recovery-code.js';
import { secondFactors } from '../entities/second-factor.js';

/** With the recovery codes. Recorded only if there was one. */
export async function removeSecondFactor(
  manager: EntityManager,
  { accountId, ...by }: Omit<Happened, 'what'> & { readonly accountId: string },
): Promise<void> {
  await manager.nativeDelete(recoveryCodes, { accountId });
  const removed = await manager.nativeDelete(secondFactors, { accountId });
  if (removed > 0) audit(manager, { what: 'second-factor-off', accountId, ...by });
}
