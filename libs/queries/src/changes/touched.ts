import { sql } from 'kysely';
import { isLabelEvent, isListEvent } from '#libs/domain';

/** Which list and to-do an event is about: never what it says of them. */
export interface Touched {
  readonly position: number;
  readonly workspaceId: string;
  readonly commandId: string;
  /** Of a to-do that was moved, also the list that it was in before. */
  readonly listIds: readonly string[];
  /** Undefined for an event of a list, or of a label. */
  readonly todoId: string | undefined;
  /** For an event of a label: any list of the workspace may show it. */
  readonly isOfLabels?: true;
}

/** As the log has it. */
export interface TouchedRow {
  readonly position: number;
  readonly workspaceId: string;
  readonly commandId: string;
  readonly streamId: string;
  readonly type: string;
  /** Of a to-do: the list that it is in since this event, and if it was moved by it, the one before. */
  readonly listsOfTodo: readonly string[];
}

/** What is needed of an event `e` to say what it has touched. */
export const LOGGED = sql.raw(
  'e.shard, e.position, e.workspace_id, e.command_id, e.stream_id, e.type, e.version',
);

/** The columns of a `TouchedRow`, for a select list, from an `e` that has the columns above. */
export const TOUCHED = sql.raw(`
  e.position, e.workspace_id as "workspaceId", e.command_id as "commandId", e.stream_id as "streamId", e.type,
  array(
    select placed.data ->> 'listId' from events placed
    where placed.shard = e.shard and placed.stream_id = e.stream_id and placed.version <= e.version
      and placed.type in ('TodoAdded', 'TodoMoved')
    order by placed.version desc limit case when e.type = 'TodoMoved' then 2 else 1 end
  ) as "listsOfTodo"`);

export function touchedBy({ streamId, type, listsOfTodo, ...row }: TouchedRow): Touched {
  const { position, workspaceId, commandId } = row;
  const touched = { position, workspaceId, commandId };
  if (isLabelEvent({ type })) return { ...touched, listIds: [], todoId: undefined, isOfLabels: true };
  else if (isListEvent({ type })) return { ...touched, listIds: [streamId], todoId: undefined };
  else return { ...touched, listIds: listsOfTodo, todoId: streamId };
}
