import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { MoveTodo, RenumberTodo, type CommandContext } from '#libs/commands';
import { FindOrder, FindOrders, type FoundOrder, type Place } from '#libs/queries';
import { commandIdOf } from '../forms/command-id.js';

interface Destination {
  readonly listId: string;
  /** The list that the to-do was in on the page that the form was on. */
  readonly from: string | undefined;
  readonly place: Place;
}

/** Finds where a to-do has to go to stand before another one, and makes room for it when there is none left. */
@Injectable()
export class TodoMover {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  /** The command that moves the to-do there. */
  async move(
    context: CommandContext,
    todoId: string,
    { listId, from, place }: Destination,
  ): Promise<MoveTodo> {
    const order = await this.makePlace(context, todoId, { listId, place });
    return new MoveTodo(context, todoId, { listId, order, from });
  }

  /** The order of that place; undefined when what it is beside is not there any more. */
  async makePlace(
    context: CommandContext,
    todoId: string,
    { listId, place }: Omit<Destination, 'from'>,
  ): Promise<string | undefined> {
    const found = await this.queries.execute(new FindOrder(context.workspaceId, { listId, todoId, place }));
    await this.renumber(context, listId, found?.renumbered ?? []);
    return found?.order;
  }

  /** The commands that move to-dos to the end of a list, in their order. */
  async moveAll(
    context: CommandContext,
    todoIds: readonly string[],
    { listId, from }: Omit<Destination, 'place'>,
  ): Promise<readonly MoveTodo[]> {
    const count = todoIds.length;
    const orders = await this.queries.execute(new FindOrders(context.workspaceId, { listId, count }));
    return todoIds.map((id, nth) => new MoveTodo(context, id, { listId, order: orders[nth], from }));
  }

  /** All at once, so that they are appended in one call. Done again it does nothing: each has an id made of the move's. */
  private async renumber(
    context: CommandContext,
    listId: string,
    renumbered: FoundOrder['renumbered'],
  ): Promise<void> {
    await Promise.all(
      renumbered.map(async ({ todoId, order }) => {
        const commandId = commandIdOf(`renumber ${todoId}`, { commandId: context.commandId, order });
        await this.commands.execute(new RenumberTodo({ ...context, commandId }, todoId, { listId, order }));
      }),
    );
  }
}
