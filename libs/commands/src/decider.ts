import { Injectable } from '@nestjs/common';
import {
  EVENTS,
  isRefusal,
  type Decision,
  type DomainEvent,
  type List,
  type Refusal,
  type Todo,
} from '#libs/domain';
import { Appender, findCommand, Workspaces, type Appended } from '#libs/event-store';
import { WakeUpSender } from '#libs/jobs';
import { Database } from '#libs/platform';
import type { CommandContext } from './command-context.js';
import { ConflictError } from './conflict-error.js';
import type { Outcome } from './outcome.js';
import { Streams, type Loaded } from './streams.js';

interface Decided {
  readonly loaded: Loaded<unknown>;
  readonly decision: Decision<DomainEvent>;
}

const TRIES = 3;

/** Load, decide, append, wake the worker: the one way of every command. */
@Injectable()
export class Decider {
  constructor(
    private readonly streams: Streams,
    private readonly appender: Appender,
    private readonly workspaces: Workspaces,
    private readonly wakeUps: WakeUpSender,
    private readonly database: Database,
  ) {}

  onList(
    context: CommandContext,
    listId: string,
    decide: (list: List | undefined) => Decision<DomainEvent>,
  ): Promise<Outcome> {
    return this.decide(context, listId, async () => {
      const loaded = await this.streams.list(context, listId);
      return { loaded, decision: decide(loaded.state) };
    });
  }

  onTodo(
    context: CommandContext,
    todoId: string,
    decide: (todo: Todo | undefined) => Decision<DomainEvent>,
  ): Promise<Outcome> {
    return this.decide(context, todoId, async () => {
      const loaded = await this.streams.todo(context, todoId);
      return { loaded, decision: decide(loaded.state) };
    });
  }

  /** For what also depends on the list that the to-do is, or is to be, in. */
  onTodoAndList(
    context: CommandContext,
    { todoId, listId }: { readonly todoId: string; readonly listId: string },
    decide: (todo: Todo | undefined, list: List | undefined) => Decision<DomainEvent>,
  ): Promise<Outcome> {
    return this.decide(context, todoId, async () => {
      const [loaded, list] = await Promise.all([
        this.streams.todo(context, todoId),
        this.streams.list(context, listId),
      ]);
      return { loaded, decision: decide(loaded.state, list.state) };
    });
  }

  /** @throws ConflictError when others changed the stream during every try */
  private async decide(
    context: CommandContext,
    streamId: string,
    tryOnce: () => Promise<Decided>,
  ): Promise<Outcome> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { loaded, decision } = await tryOnce();
      if (isRefusal(decision)) return await this.refuse(context, decision);
      else if (decision.length === 0) return await this.accept(context, loaded.position);
      const appended = await this.append(context, { streamId, expected: loaded.version, events: decision });
      if (appended.outcome !== 'conflict') return await this.accept(context, appended.position);
    }
    throw new ConflictError(streamId);
  }

  private async append(
    { workspaceId, actorId, commandId, correlationId, traceparent }: CommandContext,
    {
      streamId,
      expected,
      events,
    }: { readonly streamId: string; readonly expected: number; readonly events: readonly DomainEvent[] },
  ): Promise<Appended> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const appended = await this.appender.append({
      shard,
      streamId,
      expected,
      workspaceId,
      actorId,
      commandId,
      correlationId,
      causationId: commandId,
      traceparent,
      events: events.map(({ type, data }) => ({ type, data, schemaVersion: EVENTS.versions[type] })),
    });
    if (appended.outcome !== 'conflict') this.wakeUps.wake(shard);
    return appended;
  }

  private async accept({ workspaceId }: CommandContext, position: number): Promise<Outcome> {
    return { accepted: true, token: { shard: await this.workspaces.shardOf(workspaceId), position } };
  }

  /** A repetition may come when the world has moved on and would be refused: it still answers as the first one did. */
  private async refuse({ workspaceId, commandId }: CommandContext, refusal: Refusal): Promise<Outcome> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const token = await findCommand(this.database, { shard, commandId });
    return token ? { accepted: true, token } : { accepted: false, refusal };
  }
}
