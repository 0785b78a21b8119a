import { Injectable } from '@nestjs/common';
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
import { StreamReader, upcast, Workspaces, type StoredEvent } from '#libs/event-store';
import type { CommandContext } from './command-context.js';
import { UnreadableStreamError } from './unreadable-stream.error.js';

/** The state of a to-do or a list, folded from its events. Undefined if it has no events in the workspace. */
export interface Loaded<State> {
  readonly state: State | undefined;
  /** The version of the last event; 0 if there is none. */
  readonly version: number;
  /** The position of the last event; 0 if there is none. */
  readonly position: number;
}

/** Loads to-dos and lists from the log. */
@Injectable()
export class Streams {
  constructor(
    private readonly reader: StreamReader,
    private readonly workspaces: Workspaces,
  ) {}

  todo(context: CommandContext, todoId: string): Promise<Loaded<Todo>> {
    return this.load(context, todoId, isTodoEvent, evolveTodo);
  }

  list(context: CommandContext, listId: string): Promise<Loaded<List>> {
    return this.load(context, listId, isListEvent, evolveList);
  }

  /** @throws UnreadableStreamError if this version cannot read one of the events */
  private async load<State, Event extends DomainEvent>(
    { workspaceId }: CommandContext,
    streamId: string,
    isOfKind: (event: DomainEvent) => event is Event,
    evolve: (state: State | undefined, recorded: Recorded<Event>) => State,
  ): Promise<Loaded<State>> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const stored = await this.reader.read({ shard, workspaceId, streamId });
    const last = stored.at(-1);
    const state = stored.reduce<State | undefined>((before, next) => {
      const event = readEvent(next);
      return isOfKind(event) ? evolve(before, { ...next, event }) : before;
    }, undefined);
    return { state, version: last?.version ?? 0, position: last?.position ?? 0 };
  }
}

function readEvent(stored: StoredEvent): DomainEvent {
  try {
    return upcast(stored, EVENTS);
  } catch (cause) {
    throw new UnreadableStreamError(stored.streamId, cause);
  }
}
