import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EVENTS, isRefusal, type DomainEvent, type Refusal } from '#libs/domain';
import { Appender, findCommand, Workspaces, type Appended } from '#libs/event-store';
import { WakeUpSender } from '#libs/jobs';
import { Database } from '#libs/platform';
import type { CommandContext } from './command-context.js';
import { ConflictError } from './conflict-error.js';
import type { Outcome } from './outcome.js';
import { Streams } from './streams.js';
import { UseCase } from './use-case.js';

const TRIES = 3;

/**
 * Handles every command: loads the streams, decides, appends the events and wakes the worker. The command bus
 * sends it all commands that extend `UseCase`.
 */
@CommandHandler(UseCase)
export class Decider implements ICommandHandler<UseCase> {
  constructor(
    private readonly streams: Streams,
    private readonly appender: Appender,
    private readonly workspaces: Workspaces,
    private readonly wakeUps: WakeUpSender,
    private readonly database: Database,
  ) {}

  /** @throws ConflictError if other commands changed the stream during every try */
  async execute(useCase: UseCase): Promise<Outcome> {
    const { context, streamId } = useCase;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { decision, version: expected, position } = await useCase.decideOn(this.streams);
      if (isRefusal(decision)) return await this.refuse(context, decision);
      else if (decision.length === 0) return await this.accept(context, position);
      const appended = await this.append(context, { streamId, expected, events: decision });
      if (appended.outcome !== 'conflict') return await this.accept(context, appended.position);
    }
    throw new ConflictError(streamId);
  }

  private async append(
    context: CommandContext,
    {
      streamId,
      expected,
      events,
    }: { readonly streamId: string; readonly expected: number; readonly events: readonly DomainEvent[] },
  ): Promise<Appended> {
    const shard = await this.workspaces.shardOf(context.workspaceId);
    const appended = await this.appender.append({
      ...context,
      shard,
      streamId,
      expected,
      causationId: context.commandId,
      events: events.map(({ type, data }) => ({ type, data, schemaVersion: EVENTS[type].schemaVersion })),
    });
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
  private async refuse({ workspaceId, commandId }: CommandContext, refusal: Refusal): Promise<Outcome> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const token = await findCommand(this.database, { shard, commandId });
    return token ? { accepted: true, token } : { accepted: false, refusal };
  }
}
