import type { EntityManager } from '@mikro-orm/postgresql';
import { sessions } from './entities/session.js';
import type { SessionOf } from './sessions.js';

/** Somebody was signed out while what they have sent was on its way. Nothing was done. */
export class SignedOutError extends Error {
  constructor() {
    super('This session has ended');
  }
}

/**
 * For what lets somebody in later: whoever resets a password, or changes it, ends what others have, and no token or passkey must be made
 * behind their back by a request that was let in before. They lock the account; this waits for them, and looks again.
 *
 * @throws SignedOutError
 */
export async function requireSession(
  manager: EntityManager,
  { accountId, sessionId: id }: SessionOf,
): Promise<void> {
  await manager.execute('select from accounts where id = ? for share', [accountId]);
  // In a statement of its own, which sees what was committed while the one before waited.
  if ((await manager.count(sessions, { id, accountId })) === 0) throw new SignedOutError();
}
