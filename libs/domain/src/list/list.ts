import { text } from '../codec.js';
import { event, type EventOf } from '../event-codec.js';
import type { Recorded } from '../recorded.js';
import type { TextProblem } from '../text.js';

/** The events that can happen to a list. */
export const LIST_EVENTS = {
  ListCreated: event({ name: text }),
  ListRenamed: event({ name: text }),
  ListRemoved: event({}),
  ListRestored: event({}),
};

export type ListEvent = EventOf<typeof LIST_EVENTS>;

/** The reasons to refuse that lie in a list. */
export type ListRefusal =
  | `name-${TextProblem}`
  | 'name-changed'
  | 'list-exists'
  | 'list-not-found'
  | 'list-in-trash'
  | 'list-chosen-in-trash';

/** The state of a list, folded from its events. Decisions are based on it, and pages show it. */
export interface List {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly createdAt: Date;
  /** When the list was moved to the trash; null if it is not in the trash. */
  readonly removedAt: Date | null;
  /** The version of the last event that was folded. */
  readonly version: number;
}

/** See `evolveTodo`. @throws Error if the event comes before `ListCreated`, which no decision allows */
export function evolveList(list: List | undefined, recorded: Recorded<ListEvent>): List {
  const { event, recordedAt, version } = recorded;
  if (event.type === 'ListCreated') return created(event.data, recorded);
  else if (list === undefined) throw new Error(`${event.type} comes before ListCreated`);
  else return { ...list, ...change(event, recordedAt), version };
}

function created(
  { name }: { readonly name: string },
  { streamId: id, workspaceId, recordedAt: createdAt, version }: Recorded<ListEvent>,
): List {
  return { id, workspaceId, name, createdAt, removedAt: null, version };
}

function change(event: Exclude<ListEvent, { type: 'ListCreated' }>, recordedAt: Date): Partial<List> {
  switch (event.type) {
    case 'ListRenamed':
      return { name: event.data.name };
    case 'ListRemoved':
      return { removedAt: recordedAt };
    case 'ListRestored':
      return { removedAt: null };
  }
}
