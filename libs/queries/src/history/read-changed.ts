import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import type { WorkspaceInLog } from './read-steps.js';

/** All that a command has changed: usually one to-do or list, but it may be many at once. */
export interface Changed {
  /** The ids of the to-dos or of the list; that of the labels only if nothing else was changed: to-dos may get a new one. */
  readonly streamIds: readonly string[];
  /** The types of its events, each once. */
  readonly types: readonly string[];
  /** The version of its last event in each of them, by their ids. */
  readonly lastVersions: Readonly<Record<string, number>>;
  /** The position of its first event. What one command has appended stands together in the log. */
  readonly begin: number;
}

/** What each of these commands has changed, by its id. */
export async function readChanged(
  { kysely }: ReadModel,
  { workspaceId, shard }: WorkspaceInLog,
  commandIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Changed>> {
  // OFFSET 0: each command is looked up by its index.
  const { rows } = await sql<Changed & { readonly commandId: string }>`
    select asked.command_id as "commandId", coalesce(
             array_agg(distinct e.stream_id) filter (where e.stream_id <> ${workspaceId}), array[${workspaceId}::uuid]
           ) as "streamIds", min(e.position) as begin,
           array_agg(distinct e.type) as types, jsonb_object_agg(e.stream_id, e.version order by e.version) as "lastVersions"
    from unnest(${[...commandIds]}::uuid[]) asked (command_id) cross join lateral (
      select stream_id, position, version, type from events
      where shard = ${shard} and command_id = asked.command_id and workspace_id = ${workspaceId} offset 0
    ) e
    group by asked.command_id`.execute(kysely);
  return new Map(rows.map(({ commandId, ...changed }) => [commandId, changed]));
}
