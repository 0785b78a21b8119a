import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';

/** Makes a workspace, and answers its id. Its shard is reckoned once, here, and stored. */
export async function createWorkspace(manager: EntityManager, name: string): Promise<string> {
  const id = uuidv7();
  await manager.execute(
    `insert into workspaces (id, shard, name) values (?, (hashtextextended(?, 0) & 63)::smallint, ?)`,
    [id, id, name],
  );
  return id;
}

/** The one that somebody has from the beginning (ADR 25), named so that they know it from those that they share. */
export function createOwnWorkspace(manager: EntityManager, person: string): Promise<string> {
  return createWorkspace(manager, `${person}’s own`);
}
