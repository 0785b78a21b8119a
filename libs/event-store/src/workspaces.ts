import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { WorkspaceGoneError } from './workspace-gone.error.js';

/**
 * The workspace of version 0.1.0, which had no accounts; it belongs to whoever sets up the first one. A migration makes it,
 * and it can be erased like any other.
 */
export const DEFAULT_WORKSPACE = '00000000-0000-7000-8000-000000000001';

export const SHARD_COUNT = 64;

/** Finds the shard of a workspace. It never changes, so each is read once and cached. */
@Injectable()
export class Workspaces {
  private readonly shards = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /** @throws WorkspaceGoneError if there is no such workspace: callers must have authorised access to it before */
  async shardOf(workspaceId: string): Promise<number> {
    const known = this.shards.get(workspaceId);
    if (known !== undefined) return known;
    const [row] = await this.database.query<{ shard: number }>('select shard from workspaces where id = $1', [
      workspaceId,
    ]);
    if (row === undefined) throw new WorkspaceGoneError(workspaceId);
    this.shards.set(workspaceId, row.shard);
    return row.shard;
  }
}
