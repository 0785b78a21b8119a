import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { MoveTodo, RenumberTodo, type CommandContext } from '#libs/commands';
import { FindOrder, type FoundOrder } from '#libs/queries';
import { commandIdOf } from '../forms/command-id.js';

interface Destination {
  readonly listId: string;
  /** The to-do to stand before; at the end of the list when there is none. */
  readonly before: string | undefined;
}

/** Finds where a to-do has to go to stand before another one, and makes room for it when there is none left. */
@Injectable()
export class TodoMover {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  /** The command that moves the to-do there. */
  async move(context: CommandContext, todoId: string, { listId, before }: Destination): Promise<MoveTodo> {
    const { order, renumbered } = await this.queries.execute(
      new FindOrder(context.workspaceId, { listId, todoId, before }),
    );
    await this.renumber(context, listId, renumbered);
    return new MoveTodo(context, todoId, { listId, order });
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
