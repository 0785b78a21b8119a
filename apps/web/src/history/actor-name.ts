import { OWNER } from '../http/principal.js';

/**
 * What to call who did something. Events have an actor's id and never a name, so names can only be looked up; until there
 * are accounts to look in, all who use the app act under one id, and nobody can tell them apart.
 */
export function actorName(actorId: string): string {
  return actorId === OWNER.actorId ? 'Somebody' : 'Somebody else';
}
