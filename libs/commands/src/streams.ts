import { Injectable } from '@nestjs/common';
import {
  EVENTS,
  evolveList,
  evolveTodo,
  isListEvent,
  isTodoEvent,
  type DomainEvent,
  type List,
  type Todo,
} from '#libs/domain';
import { StreamReader, upcast, Workspaces } from '#libs/event-store';
import type { CommandContext } from './command-context.js';

/** A to-do or a list as its events make it: undefined before its first one, or in another workspace. */
export interface Loaded<State> {
  readonly state: State | undefined;
  /** How many events made it. */
  readonly version: number;
  /** Of the last of them; 0 when there is none. */
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
    return this.load(context, todoId, (todo: Todo | undefined, event) =>
      isTodoEvent(event) ? evolveTodo(todo, event) : todo,
    );
  }

  list(context: CommandContext, listId: string): Promise<Loaded<List>> {
    return this.load(context, listId, (list: List | undefined, event) =>
      isListEvent(event) ? evolveList(list, event) : list,
    );
  }

  private async load<State>(
    { workspaceId }: CommandContext,
    streamId: string,
    evolve: (state: State | undefined, event: DomainEvent) => State | undefined,
  ): Promise<Loaded<State>> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const stored = await this.reader.read({ shard, workspaceId, streamId });
    const events = stored.map((event) => upcast<DomainEvent>(event, EVENTS));
    const state = events.reduce<State | undefined>(evolve, undefined);
    return { state, version: stored.at(-1)?.version ?? 0, position: stored.at(-1)?.position ?? 0 };
  }
}
