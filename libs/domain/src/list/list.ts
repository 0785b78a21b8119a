import { oneOf, text, uuid } from '../codec.js';
import { event, type EventOf } from '../event-codec.js';
import type { Recorded } from '../recorded.js';
import type { TextProblem } from '../text.js';

/** The events that can happen to a list. */
export const LIST_EVENTS = {
  ListCreated: event({ name: text }),
  ListRenamed: event({ name: text }),
  ListRemoved: event({}),
  ListRestored: event({}),
  ListArchived: event({}),
  ListUnarchived: event({}),
  // To another workspace, where it is this list; a move puts it into the trash here.
  ListTransferred: event({ to: uuid, list: uuid, as: oneOf('move', 'copy') }),
  // What was copied there is in the trash there.
  ListCopyTakenBack: event({ to: uuid, list: uuid }),
  // From another workspace: how a list begins that was not created.
  ListReceived: event({ name: text, as: oneOf('move', 'copy') }),
};

/** Where a list is transferred to: a workspace, and the new list there. */
export type Transfer = Extract<ListEvent, { type: 'ListTransferred' }>['data'];

export type ListEvent = EventOf<typeof LIST_EVENTS>;

/** The reasons to refuse that lie in a list. */
export type ListRefusal =
  | `name-${TextProblem}`
  | 'name-changed'
  | 'list-exists'
  | 'list-not-found'
  | 'list-in-trash'
  | 'list-chosen-in-trash'
  | 'list-before-in-trash'
  | 'list-changed-since';

/** The state of a list, folded from its events. Decisions are based on it, and pages show it. */
export interface List {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly createdAt: Date;
  /** When the list was moved to the trash; null if it is not in the trash. */
  readonly removedAt: Date | null;
  /** When the list was archived; null if it is among the others. */
  readonly archivedAt: Date | null;
  /** The version of the last event that was folded. */
  readonly version: number;
}

/** See `evolveTodo`. @throws Error if the event comes before `ListCreated`, which no decision allows */
export function evolveList(list: List | undefined, recorded: Recorded<ListEvent>): List {
  const { event, recordedAt, version } = recorded;
  if (isBeginning(event)) return created(event.data, recorded);
  else if (list === undefined) throw new Error(`${event.type} comes before ListCreated`);
  else return { ...list, ...change(event, recordedAt), version };
}

type Beginning = Extract<ListEvent, { type: 'ListCreated' | 'ListReceived' }>;

function isBeginning(event: ListEvent): event is Beginning {
  return event.type === 'ListCreated' || event.type === 'ListReceived';
}

function created(
  { name }: { readonly name: string },
  { streamId: id, workspaceId, recordedAt: createdAt, version }: Recorded<ListEvent>,
): List {
  return { id, workspaceId, name, createdAt, removedAt: null, archivedAt: null, version };
}

function change(event: Exclude<ListEvent, Beginning>, recordedAt: Date): Partial<List> {
  switch (event.type) {
    case 'ListRenamed':
      return { name: event.data.name };
    case 'ListRemoved':
      return { removedAt: recordedAt };
    case 'ListRestored':
      return { removedAt: null };
    case 'ListArchived':
      return { archivedAt: recordedAt };
    case 'ListUnarchived':
      return { archivedAt: null };
    case 'ListCopyTakenBack':
      return {};
    case 'ListTransferred':
      return event.data.as === 'move' ? { removedAt: recordedAt } : {};
  }
}
