import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import { entriesOf, type HistoryEntry } from './history/history-entry.js';
import type { EventPosition } from './history/positions-of-list.js';
import { readSteps } from './history/read-steps.js';

/** The first thing that a command has changed. */
export interface Change extends HistoryEntry {
  /** The version of the last event that the command has added to the same stream. */
  readonly lastVersion: number;
}

/** What a command has changed; undefined when it has changed nothing, or there is no such command. */
export class FindChange extends Query<Change | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly commandId: string,
  ) {
    super();
  }
}

@QueryHandler(FindChange)
export class FindChangeHandler implements IQueryHandler<FindChange> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
  ) {}

  async execute({ workspaceId, commandId }: FindChange): Promise<Change | undefined> {
    const workspace = { workspaceId, shard: await this.workspaces.shardOf(workspaceId) };
    // OFFSET 0: the first position must not be looked for through the whole shard.
    const { rows } = await sql<EventPosition & { readonly lastVersion: number }>`
      select stream_id as "streamId", position, max(version) over (partition by stream_id) as "lastVersion" from (
        select stream_id, position, version from events
        where shard = ${workspace.shard} and command_id = ${commandId} and workspace_id = ${workspaceId} offset 0
      ) of_command
      order by position limit 1`.execute(this.readModel.kysely);
    const [first] = rows;
    if (first === undefined) return undefined;
    const steps = await readSteps(this.readModel, workspace, rows);
    const [entry] = await entriesOf(this.readModel, workspace, steps);
    return entry && { ...entry, lastVersion: first.lastVersion };
  }
}
