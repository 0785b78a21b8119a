import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '#libs/domain';
import { Appender, Workspaces, type Append, type Token } from '#libs/event-store';
import { WakeUpSender } from '#libs/jobs';
import { appendsOf } from './appends-of.js';
import type { CommandContext } from './command-context.js';
import { ConflictError } from './conflict-error.js';
import { ReadOnce } from './read-once.js';
import { StreamStates } from './stream-states.js';
import { Streams } from './streams.js';
import type { Decided, UseCase } from './use-case.js';

const TRIES = 3;

/** Why one of the to-dos was left as it was. */
export type Left = Refusal | 'so-already';

export interface ChangedTodos {
  readonly token: Token;
  readonly changed: number;
  /** How many were left as they were, by the reason. */
  readonly left: ReadonlyMap<Left, number>;
}

/** Changes many to-dos as one: what cannot be done for one of them does not keep the others from it. */
export class ChangeTodos extends Command<ChangedTodos> {
  /**
   * @param useCases what is to be done: one for each to-do, all of them in this context
   * @param onList the list on whose page they were chosen: nothing is done when there is no such list
   */
  constructor(
    readonly context: CommandContext,
    readonly useCases: readonly UseCase[],
    readonly onList?: string,
  ) {
    super();
  }
}

interface Judged {
  readonly useCase: UseCase;
  readonly streams: Streams;
  readonly decided: Decided;
  /** This command has changed it already: it was sent again. */
  readonly isDone: boolean;
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
    const { workspaceId } = command.context;
    const shard = await this.workspaces.shardOf(workspaceId);
    if (!(await this.hasList(command))) return noneOf(command, shard);
    const judged = await this.judgeAll(command);
    const appends = judged.flatMap((each) => (each.isDone ? [] : appendsOf(shard, each)));
    const [first, ...others] = onceForAll(appends);
    if (first === undefined) return outcomeOf(judged, { shard, position: lastOf(judged) });
    const appended = await this.appender.appendTogether([first, ...others]);
    for (const { streamId } of [first, ...others]) this.states.forget(workspaceId, streamId);
    if (appended.outcome === 'conflict') return undefined;
    this.wakeUps.wake(shard);
    return outcomeOf(judged, { shard, position: appended.position });
  }

  private async hasList({ context, onList }: ChangeTodos): Promise<boolean> {
    if (onList === undefined) return true;
    return (await this.states.read('list', context.workspaceId, onList)).state !== undefined;
  }

  /** Each list is read once, however many of the to-dos are in it. */
  private async judgeAll({ context, useCases }: ChangeTodos): Promise<readonly Judged[]> {
    const { workspaceId, commandId } = context;
    const states = new ReadOnce(this.states);
    return await Promise.all(
      useCases.map(async (useCase) => {
        const streams = new Streams(context, states, false);
        const decided = await useCase.decideOn(streams);
        const { past } = await states.read('todo', workspaceId, useCase.streamId);
        return { useCase, streams, decided, isDone: past.some((step) => step.commandId === commandId) };
      }),
    );
  }
}

/** What each of them needs before it, such as a new label, is the same for all. */
function onceForAll(appends: readonly Append[]): readonly Append[] {
  return [...new Map(appends.map((each) => [each.streamId, each])).values()];
}

function noneOf({ useCases }: ChangeTodos, shard: number): ChangedTodos {
  const left = new Map<Left, number>([['list-not-found', useCases.length]]);
  return { token: { shard, position: 0 }, changed: 0, left };
}

const lastOf = (judged: readonly Judged[]) => Math.max(0, ...judged.map(({ decided }) => decided.position));

function outcomeOf(judged: readonly Judged[], token: Token): ChangedTodos {
  const left = new Map<Left, number>();
  for (const reason of judged.flatMap(reasonsOf)) left.set(reason, (left.get(reason) ?? 0) + 1);
  return { token, left, changed: judged.length - [...left.values()].reduce((sum, count) => sum + count, 0) };
}

function reasonsOf({ decided: { decision }, isDone }: Judged): Left[] {
  if (isDone) return [];
  else if (isRefusal(decision)) return [decision];
  else return decision.length === 0 ? ['so-already'] : [];
}
