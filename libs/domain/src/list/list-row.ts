import type { Recorded } from '../recorded.js';
import type { ListEvent } from './list-events.js';

/** A list as it is shown: with its times. */
export interface ListRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly removedAt: Date | null;
  readonly version: number;
}

/** See `evolveTodoRow`. @throws Error when the event cannot follow, which no decision allows */
export function evolveListRow(row: ListRow | undefined, recorded: Recorded<ListEvent>): ListRow {
  const { event, streamId: id, workspaceId, recordedAt, version } = recorded;
  if (event.type === 'ListCreated') {
    return { id, workspaceId, name: event.data.name, createdAt: recordedAt, removedAt: null, version };
  } else if (row === undefined) {
    throw new Error(`${event.type} comes before ListCreated`);
  } else {
    return { ...row, ...change(event, recordedAt), version };
  }
}

function change(event: Exclude<ListEvent, { type: 'ListCreated' }>, recordedAt: Date): Partial<ListRow> {
  switch (event.type) {
    case 'ListRenamed':
      return { name: event.data.name };
    case 'ListRemoved':
      return { removedAt: recordedAt };
    case 'ListRestored':
      return { removedAt: null };
  }
}
