import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { TakeBackOnLabels, TakeBackOnList, TakeBackOnTodo, type UseCase } from '#libs/commands';
import { FindChange, type HistoryEntry, type KnownStep } from '#libs/queries';
import type { PostedForm } from '../forms/posted-form.js';
import { ListTransfer, type Wanted } from '../lists/list-transfer.js';
import { say } from '../locales/index.js';

/** What a command has done, as this version understands it. */
export interface Done extends HistoryEntry {
  readonly step: KnownStep;
}

const TAKE_BACK = { todo: TakeBackOnTodo, list: TakeBackOnList, labels: TakeBackOnLabels } as const;

/** Takes back what anybody has done, at any time. */
@Injectable()
export class Undo {
  constructor(
    private readonly queries: QueryBus,
    private readonly transfers: ListTransfer,
  ) {}

  /** @throws NotFoundException when there is no such command in the workspace, or it has changed nothing */
  async find(workspaceId: string, commandId: string): Promise<Done> {
    const entry = await this.queries.execute(new FindChange(workspaceId, commandId));
    if (entry === undefined) throw new NotFoundException();
    const { step } = entry;
    if (step.of === 'unknown') throw new ConflictException(say('past.undo-unreadable'));
    return { ...entry, step };
  }

  /**
   * Does what is to be done in another workspace, before or after.
   *
   * @returns the command that is left to do
   */
  async begin(form: PostedForm, done: Done): Promise<UseCase> {
    const { context } = form;
    const { step, commandId } = done;
    const transfer = await this.transferAgain(context.workspaceId, done);
    if (transfer !== undefined) return await this.transfers.transfer(form, step.after.id, transfer);
    const takeBack = new TAKE_BACK[step.of](context, step.after.id, commandId);
    if (step.event.type === 'ListTransferred') await this.transfers.takeBack(form, takeBack, step.event.data);
    return takeBack;
  }

  /** What takes back all that a command has done to many to-dos. */
  ofMany({ context }: PostedForm, { commandId, changed }: Done): readonly UseCase[] {
    return changed.streamIds.map((todoId) => new TakeBackOnTodo(context, todoId, commandId));
  }

  /** A transfer that was taken back is done once more: what it made before stays in the trash of the other workspace. */
  private async transferAgain(
    workspaceId: string,
    { step, causationId, commandId }: Done,
  ): Promise<Wanted | undefined> {
    if (causationId === commandId || step.of !== 'list') return undefined;
    const cause = await this.queries.execute(new FindChange(workspaceId, causationId));
    const event = cause?.step.of === 'list' ? cause.step.event : undefined;
    return event?.type === 'ListTransferred' ? { to: event.data.to, as: event.data.as } : undefined;
  }
}
