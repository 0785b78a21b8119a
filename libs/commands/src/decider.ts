import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '#libs/domain';
import { Appender, findCommand, Workspaces, type Append, type Appended } from '#libs/event-store';
import { WakeUpSender } from '#libs/jobs';
import { Database } from '#libs/platform';
import { appendsOf } from './appends-of.js';
import type { CommandContext } from './command-context.js';
import { ConflictError } from './conflict-error.js';
import type { Outcome } from './outcome.js';
import { StreamStates } from './stream-states.js';
import { Streams } from './streams.js';
import { UseCase, type Decided } from './use-case.js';

/** Each time, one of those who change the same stream at the same moment gets on: all items of a checklist are in one. */
const TRIES = 10;

/**
 * Handles every command: loads the streams, decides, appends the events and wakes the worker. The command bus
 * sends it all commands that extend `UseCase`.
 *
 * The first attempt decides on what this process remembers of the streams. If that is out of date nothing is
 * appended, and the next attempt reads them.
 */
@CommandHandler(UseCase)
export class Decider implements ICommandHandler<UseCase> {
  constructor(
    private readonly states: StreamStates,
    private readonly appender: Appender,
    private readonly workspaces: Workspaces,
    private readonly wakeUps: WakeUpSender,
    private readonly database: Database,
  ) {}

  /** @throws ConflictError if other commands changed the streams during every try */
  async execute(useCase: UseCase): Promise<Outcome> {
    const { context, streamId } = useCase;
    for (let tries = 0; tries <= TRIES; tries += 1) {
      const outcome = await this.attempt(useCase, new Streams(context, this.states, tries === 0));
      if (outcome !== undefined) return outcome;
    }
    throw new ConflictError(streamId);
  }

  /** @returns undefined if what it was decided on has changed, or may have changed */
  private async attempt(useCase: UseCase, streams: Streams): Promise<Outcome | undefined> {
    const { context } = useCase;
    const decided = await useCase.decideOn(streams);
    const { decision, state, position } = decided;
    const isRefused = isRefusal(decision);
    if (isRefused || decision.length === 0) {
      if (!streams.areReadNow) return undefined;
      return await (isRefused ? this.refuse(context, decision, state) : this.accept(context, position));
    }
    const shard = await this.workspaces.shardOf(context.workspaceId);
    const appended = await this.append(shard, appendsOf(shard, { useCase, streams, decided }));
    return appended.outcome === 'conflict' ? undefined : await this.accept(context, appended.position);
  }

  private async append(shard: number, [first, ...others]: readonly Append[]): Promise<Appended> {
    if (first === undefined) throw new Error('There is nothing to append');
    const appended = await (others.length === 0
      ? this.appender.append(first)
      : this.appender.appendTogether([first, ...others]));
    for (const { workspaceId, streamId } of [first, ...others]) this.states.forget(workspaceId, streamId);
    if (appended.outcome !== 'conflict') this.wakeUps.wake(shard);
    return appended;
  }

  private async accept({ workspaceId }: CommandContext, position: number): Promise<Outcome> {
    return { accepted: true, token: { shard: await this.workspaces.shardOf(workspaceId), position } };
  }

  /**
   * A command that was accepted may be sent again later, when it would be refused. It gets its first answer
   * again.
   */
  private async refuse(
    { workspaceId, commandId }: CommandContext,
    refusal: Refusal,
    state: Decided['state'],
  ): Promise<Outcome> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const token = await findCommand(this.database, { shard, commandId });
    return token ? { accepted: true, token } : { accepted: false, refusal, state };
  }
}
