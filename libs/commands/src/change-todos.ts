import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  EVENTS,
  isInTrashWithList,
  isRefusal,
  type Decision,
  type Refusal,
  type Todo,
  type TodoEvent,
} from '#libs/domain';
import { Appender, Workspaces, type Append, type StreamVersion, type Token } from '#libs/event-store';
import { WakeUpSender } from '#libs/jobs';
import type { CommandContext } from './command-context.js';
import { ConflictError } from './conflict-error.js';
import { StreamStates, type Loaded } from './stream-states.js';
import { Streams } from './streams.js';

const TRIES = 3;

/** Why one of the to-dos was left as it was. */
export type Left = Refusal | 'so-already';

export interface ChangedTodos {
  readonly token: Token;
  readonly changed: number;
  readonly left: ReadonlyMap<Left, number>;
}

/** Changes many to-dos as one: what cannot be done for one of them does not keep the others from it. */
export class ChangeTodos extends Command<ChangedTodos> {
  /**
   * @param todoIds each of them once
   * @param decide what is to be done with each of them
   */
  constructor(
    readonly context: CommandContext,
    readonly todoIds: readonly string[],
    readonly decide: (todo: Todo | undefined) => Decision<TodoEvent>,
  ) {
    super();
  }
}

interface Judged {
  readonly todo: Loaded<Todo>;
  readonly streamId: string;
  readonly lookedAt: ReadonlyMap<string, StreamVersion>;
  /** `done` when this command has changed it already: it was sent again. */
  readonly decision: Decision<TodoEvent> | 'done';
}

@CommandHandler(ChangeTodos)
export class ChangeTodosHandler implements ICommandHandler<ChangeTodos> {
  constructor(
    private readonly states: StreamStates,
    private readonly appender: Appender,
    private readonly workspaces: Workspaces,
    private readonly wakeUps: WakeUpSender,
  ) {}

  /** @throws ConflictError if other commands changed one of the to-dos during every try */
  async execute(command: ChangeTodos): Promise<ChangedTodos> {
    for (let tries = 0; tries <= TRIES; tries += 1) {
      const changed = await this.attempt(command);
      if (changed !== undefined) return changed;
    }
    throw new ConflictError(command.context.commandId);
  }

  private async attempt(command: ChangeTodos): Promise<ChangedTodos | undefined> {
    const { context } = command;
    const shard = await this.workspaces.shardOf(context.workspaceId);
    const judged = await this.judgeAll(command);
    const [first, ...others] = judged.flatMap((each) => appendOf(context, shard, each));
    if (first === undefined) return outcomeOf(judged, { shard, position: lastOf(judged) });
    const appended = await this.appender.appendTogether([first, ...others]);
    for (const { streamId } of judged) this.states.forget(context.workspaceId, streamId);
    if (appended.outcome === 'conflict') return undefined;
    this.wakeUps.wake(shard);
    return outcomeOf(judged, { shard, position: appended.position });
  }

  /** Each list is read once, however many of the to-dos are in it. */
  private async judgeAll({ context, todoIds, decide }: ChangeTodos): Promise<readonly Judged[]> {
    const streams = new Streams(context, this.states, false);
    const lists = new Map<string, ReturnType<Streams['list']>>();
    const listOf = (listId: string) => {
      const list = lists.get(listId) ?? streams.list(listId);
      lists.set(listId, list);
      return list;
    };
    return await Promise.all(
      todoIds.map(async (streamId) => {
        const { past, ...todo } = await streams.past('todo', streamId);
        const list = todo.state && (await listOf(todo.state.listId));
        const lookedAt = new Map(todo.state && list ? [[todo.state.listId, list]] : []);
        const isDone = past.some(({ commandId }) => commandId === context.commandId);
        if (isDone) return { todo, streamId, lookedAt, decision: 'done' };
        const isInTrash = isInTrashWithList(todo.state, list?.state);
        return { todo, streamId, lookedAt, decision: isInTrash ? 'todo-list-in-trash' : decide(todo.state) };
      }),
    );
  }
}

function appendOf(context: CommandContext, shard: number, judged: Judged): Append[] {
  const { todo, streamId, lookedAt, decision } = judged;
  if (decision === 'done' || isRefusal(decision) || decision.length === 0) return [];
  const events = decision.map(({ type, data }) => ({
    type,
    data,
    schemaVersion: EVENTS[type].schemaVersion,
  }));
  return [{ ...context, shard, streamId, lookedAt, expected: todo, causationId: context.commandId, events }];
}

const lastOf = (judged: readonly Judged[]) => Math.max(0, ...judged.map(({ todo }) => todo.position));

function outcomeOf(judged: readonly Judged[], token: Token): ChangedTodos {
  const left = new Map<Left, number>();
  for (const { decision } of judged) {
    const reason = reasonOf(decision);
    if (reason !== undefined) left.set(reason, (left.get(reason) ?? 0) + 1);
  }
  return { token, left, changed: judged.length - [...left.values()].reduce((sum, count) => sum + count, 0) };
}

function reasonOf(decision: Judged['decision']): Left | undefined {
  if (decision === 'done') return undefined;
  else if (isRefusal(decision)) return decision;
  else return decision.length === 0 ? 'so-already' : undefined;
}
