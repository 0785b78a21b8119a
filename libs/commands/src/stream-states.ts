import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import {
  EVENTS,
  evolveLabels,
  evolveList,
  evolveTodo,
  isLabelEvent,
  isListEvent,
  isTodoEvent,
  type DomainEvent,
  type LabelEvent,
  type Labels,
  type List,
  type ListEvent,
  type Recorded,
  type Todo,
  type TodoEvent,
} from '#libs/domain';
import { StreamReader, upcast, Workspaces, type StoredEvent, type StreamVersion } from '#libs/event-store';
import { UnreadableStreamError } from './unreadable-stream.error.js';

/** The state of a to-do or a list, folded from its events. Undefined if it has no events in the workspace. */
export interface Loaded<State> extends StreamVersion {
  readonly state: State | undefined;
  /** The position of the last event; 0 if there is none. */
  readonly position: number;
}

/** The states that decisions are made on, by the kind of their stream. */
export interface States {
  readonly todo: Todo;
  readonly list: List;
  /** All labels of a workspace are one stream, which has its id. */
  readonly labels: Labels;
}

export type Kind = keyof States;

interface Events {
  readonly todo: TodoEvent;
  readonly list: ListEvent;
  readonly labels: LabelEvent;
}

/** What an event has changed. */
interface Step<Of extends Kind> {
  readonly event: Events[Of];
  readonly before: States[Of] | undefined;
  readonly after: States[Of];
}

interface PastStep<Of extends Kind> extends Step<Of> {
  readonly commandId: string;
}

/** A state, with all that led to it: the first event first. */
export interface LoadedPast<Of extends Kind> extends Loaded<States[Of]> {
  readonly past: readonly PastStep<Of>[];
}

type Folds = {
  readonly [Of in Kind]: (
    before: States[Of] | undefined,
    recorded: Recorded<DomainEvent>,
  ) => Step<Of> | undefined;
};

const FOLDS: Folds = {
  todo: (before, recorded) =>
    isOf(recorded, isTodoEvent)
      ? { event: recorded.event, before, after: evolveTodo(before, recorded) }
      : undefined,
  list: (before, recorded) =>
    isOf(recorded, isListEvent)
      ? { event: recorded.event, before, after: evolveList(before, recorded) }
      : undefined,
  labels: (before, recorded) =>
    isOf(recorded, isLabelEvent)
      ? { event: recorded.event, before, after: evolveLabels(before, recorded) }
      : undefined,
};

/** Small states of some hundred bytes each, but for notes, checklists and labels. */
const MOST = 10_000;
const SMALL = 500;
const MOST_BYTES = 2 * MOST * SMALL;

/**
 * Reads to-dos and lists from the log, and remembers them. What is remembered may be out of date: whoever decides
 * on it has to say the versions when they append, which are checked then.
 */
@Injectable()
export class StreamStates {
  private readonly remembered = new LRUCache<string, Loaded<States[Kind]>>({
    max: MOST,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ state }) => sizeOf(state),
  });

  constructor(
    private readonly reader: StreamReader,
    private readonly workspaces: Workspaces,
  ) {}

  recall<Of extends Kind>(kind: Of, workspaceId: string, streamId: string): Loaded<States[Of]> | undefined {
    // What is remembered under a kind was read as that kind.
    return this.remembered.get(keyOf(kind, workspaceId, streamId)) as Loaded<States[Of]> | undefined;
  }

  /** @throws UnreadableStreamError if this version cannot read one of the events */
  async read<Of extends Kind>(kind: Of, workspaceId: string, streamId: string): Promise<LoadedPast<Of>> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const stored = await this.reader.read({ shard, workspaceId, streamId });
    const past: PastStep<Of>[] = [];
    for (const next of stored) {
      const step = FOLDS[kind](past.at(-1)?.after, { ...next, event: readEvent(next) });
      if (step !== undefined) past.push({ ...step, commandId: next.commandId });
    }
    const { version, position, commandId } = stored.at(-1) ?? {
      version: 0,
      position: 0,
      commandId: undefined,
    };
    const loaded = { state: past.at(-1)?.after, version, position, commandId };
    this.remembered.set(keyOf(kind, workspaceId, streamId), loaded);
    return { ...loaded, past };
  }

  /** After its events were appended. */
  forget(workspaceId: string, streamId: string): void {
    for (const kind of KINDS) this.remembered.delete(keyOf(kind, workspaceId, streamId));
  }
}

const KINDS: readonly Kind[] = ['todo', 'list', 'labels'];

function sizeOf(state: States[Kind] | undefined): number {
  if (state === undefined) return SMALL;
  else if ('all' in state) return SMALL * (1 + state.all.length);
  else return SMALL + ('note' in state ? 2 * lengthOf(state) : 0);
}

/** Of what may be long, in characters. */
function lengthOf({ note, checklist }: Todo): number {
  return checklist.reduce((sum, { id, text }) => sum + id.length + text.length, note.length);
}

const keyOf = (kind: Kind, workspaceId: string, streamId: string) => `${kind} ${workspaceId} ${streamId}`;

function isOf<Event extends DomainEvent>(
  recorded: Recorded<DomainEvent>,
  isOfKind: (event: DomainEvent) => event is Event,
): recorded is Recorded<Event> {
  return isOfKind(recorded.event);
}

function readEvent(stored: StoredEvent): DomainEvent {
  try {
    return upcast(stored, EVENTS);
  } catch (cause) {
    throw new UnreadableStreamError(stored.streamId, cause);
  }
}
