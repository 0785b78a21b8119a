import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import {
  EVENTS,
  evolveList,
  evolveTodo,
  isListEvent,
  isTodoEvent,
  type DomainEvent,
  type List,
  type Recorded,
  type Todo,
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
}

export type Kind = keyof States;

type Folds = {
  readonly [Of in Kind]: (
    state: States[Of] | undefined,
    recorded: Recorded<DomainEvent>,
  ) => States[Of] | undefined;
};

const FOLDS: Folds = {
  todo: (todo, recorded) => (isOf(recorded, isTodoEvent) ? evolveTodo(todo, recorded) : todo),
  list: (list, recorded) => (isOf(recorded, isListEvent) ? evolveList(list, recorded) : list),
};

/** Small states of some hundred bytes each. */
const MOST = 10_000;

/**
 * Reads to-dos and lists from the log, and remembers them. What is remembered may be out of date: whoever decides
 * on it has to say the versions when they append, which are checked then.
 */
@Injectable()
export class StreamStates {
  private readonly remembered = new LRUCache<string, Loaded<States[Kind]>>({ max: MOST });

  constructor(
    private readonly reader: StreamReader,
    private readonly workspaces: Workspaces,
  ) {}

  recall<Of extends Kind>(kind: Of, workspaceId: string, streamId: string): Loaded<States[Of]> | undefined {
    // What is remembered under a kind was read as that kind.
    return this.remembered.get(keyOf(kind, workspaceId, streamId)) as Loaded<States[Of]> | undefined;
  }

  /** @throws UnreadableStreamError if this version cannot read one of the events */
  async read<Of extends Kind>(kind: Of, workspaceId: string, streamId: string): Promise<Loaded<States[Of]>> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const stored = await this.reader.read({ shard, workspaceId, streamId });
    const last = stored.at(-1);
    const state = stored.reduce<States[Of] | undefined>(
      (before, next) => FOLDS[kind](before, { ...next, event: readEvent(next) }),
      undefined,
    );
    const { version, position, commandId } = last ?? { version: 0, position: 0, commandId: undefined };
    const loaded = { state, version, position, commandId };
    this.remembered.set(keyOf(kind, workspaceId, streamId), loaded);
    return loaded;
  }

  /** After its events were appended. */
  forget(workspaceId: string, streamId: string): void {
    for (const kind of ['todo', 'list'] as const) this.remembered.delete(keyOf(kind, workspaceId, streamId));
  }
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
