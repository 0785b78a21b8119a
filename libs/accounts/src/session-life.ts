import { raw, type EntityManager } from '@mikro-orm/postgresql';
import { sessions } from './entities/session.js';

/**
 * Whether a row `s` of sessions is not over, by the clock of the database: one that was not used for 30 days is, and so is one
 * of 180 days.
 */
export const IS_LIVE = `s.last_used_at > now() - interval '30 days' and s.created_at > now() - interval '180 days'`;

/** A moment so long ago, by the clock of the database. */
export const ago = (interval: string) => raw(`now() - interval '${interval}'`);

/** Whether somebody has signed in just now. Who finds a browser unattended, or a cookie, has an older session. */
export async function isFresh(manager: EntityManager, sessionId: string): Promise<boolean> {
  return (await manager.count(sessions, { id: sessionId, createdAt: { $gt: ago('10 minutes') } })) > 0;
}
