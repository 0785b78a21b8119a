import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import {
  ReceiveLabels,
  ReceiveList,
  ReceiveTodo,
  RemoveList,
  TransferList,
  type CommandContext,
  type UseCase,
} from '#libs/commands';
import { ReadWholeList, type WholeList } from '#libs/queries';
import { Elsewhere } from '../access/index.js';
import { commandIdOf } from '../forms/command-id.js';
import type { PostedForm } from '../forms/posted-form.js';
import { NotThereYetError } from '../http/not-there-yet.error.js';
import { say } from '../locales/index.js';

/** So many to-dos are under way at once. */
const PORTION = 200;

/** Who asks for it, and within what. */
type Asked = Pick<PostedForm, 'context' | 'reply'>;

export interface Wanted {
  readonly to: string;
  readonly as: 'move' | 'copy';
}

/** What a transfer has made. */
export interface Transferred extends Wanted {
  readonly list: string;
}

/**
 * Moves and copies lists from one workspace to another. What is new there has ids that follow from the command's id, so that a
 * transfer that was broken off halfway goes on where it was when the form is sent again. The list is removed last.
 */
@Injectable()
export class ListTransfer {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly elsewhere: Elsewhere,
  ) {}

  /** The other workspaces in which somebody may write. */
  async targets(request: FastifyRequest) {
    return await this.elsewhere.where(request, 'write');
  }

  /**
   * Copies what is in the list.
   *
   * @returns the command that is left to do, for the list that it comes from
   * @throws NotFoundException for a list that is not there, or a workspace in which its reader may not write
   */
  async transfer(form: Asked, listId: string, { to, as }: Wanted): Promise<UseCase> {
    const { context } = form;
    const there = await this.contextThere(form, to);
    const list = derived(context, listId);
    const leave = new TransferList(context, listId, { to, list, as });
    const before = await this.read(context, listId);
    if (before.removedAt === null) await this.copy(before, there, { list, as });
    const left = await this.commands.execute(leave);
    // From now on nobody adds to the list: what was added meanwhile follows it.
    if (left.accepted && as === 'move')
      await this.copy(await this.read(context, listId), there, { list, as });
    return leave;
  }

  /**
   * Removes what a transfer has made in the other workspace. A list that was moved is restored here first, so that nothing is lost when
   * the other half fails: what is done twice is done once.
   */
  async takeBack(form: Asked, takeBack: UseCase, { to, list, as }: Transferred): Promise<void> {
    const there = await this.contextThere(form, to);
    const isHere = as === 'copy' || (await this.commands.execute(takeBack)).accepted;
    if (isHere) await this.commands.execute(new RemoveList(withId(there, derived(there, list)), list));
  }

  private async contextThere({ context, reply }: Asked, to: string): Promise<CommandContext> {
    if (to === context.workspaceId) throw new NotFoundException();
    await this.elsewhere.require(reply.request, to, 'write');
    return { ...context, workspaceId: to };
  }

  private async read({ workspaceId }: CommandContext, listId: string): Promise<WholeList> {
    const list = await this.queries.execute(new ReadWholeList(workspaceId, listId));
    if (list === 'not-yet') throw new NotThereYetError();
    if (list === undefined) throw new NotFoundException();
    return list;
  }

  private async copy(
    { name, todos }: WholeList,
    there: CommandContext,
    { list, as }: Pick<Transferred, 'list' | 'as'>,
  ): Promise<void> {
    await this.must(new ReceiveList(withId(there, list), list, { name, as }));
    await this.copyLabels(todos, there);
    for (let begin = 0; begin < todos.length; begin += PORTION) {
      const portion = todos.slice(begin, begin + PORTION).map(({ id, ...todo }) => {
        const copied = derived(there, id);
        return this.must(new ReceiveTodo(withId(there, copied), copied, { ...todo, listId: list }));
      });
      await Promise.all(portion);
    }
  }

  /** Before the to-dos that have them. There they are those of the same names, if there are any. */
  private async copyLabels(todos: WholeList['todos'], there: CommandContext): Promise<void> {
    const labels = new Map(todos.flatMap((todo) => todo.labels).map((label) => [label.id, label]));
    if (labels.size === 0) return;
    const named = [...labels.values()].map(({ id, name, colour }) => ({
      name,
      colour,
      newId: derived(there, id),
    }));
    const commandId = derived(there, [...labels.keys()].join(' '));
    await this.must(new ReceiveLabels(withId(there, commandId), named));
  }

  /** @throws ConflictException when somebody there has interfered */
  private async must(useCase: UseCase): Promise<void> {
    const outcome = await this.commands.execute(useCase);
    if (!outcome.accepted) throw new ConflictException(say('lists.transfer-stopped'));
  }
}

/** The same for the same command and stream, so that what is done again is done once. */
const derived = ({ commandId }: CommandContext, id: string) => commandIdOf(`/transfer/${id}`, { commandId });

const withId = (context: CommandContext, commandId: string): CommandContext => ({ ...context, commandId });
