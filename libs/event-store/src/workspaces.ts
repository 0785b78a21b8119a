import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Everything belongs to this workspace until there are accounts. A migration creates it. */
export const DEFAULT_WORKSPACE = '00000000-0000-7000-8000-000000000001';

export const SHARD_COUNT = 64;

/** Finds the shard of a workspace. It never changes, so each is read once and cached. */
@Injectable()
export class Workspaces {
  private readonly shards = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /** @throws Error if there is no such workspace: callers must have authorised access to it before */
  async shardOf(workspaceId: string): Promise<number> {
    const known = this.shards.get(workspaceId);
    if (known !== undefined) return known;
    const [row] = await this.database.query<{ shard: number }>('select shard from workspaces where id = $1', [
      workspaceId,
    ]);
    if (row === undefined) throw new Error(`There is no workspace ${workspaceId}`);
    this.shards.set(workspaceId, row.shard);
    return row.shard;
  }
}
