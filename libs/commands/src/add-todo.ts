import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { addTodo, orderAt } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class AddTodo extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly todo: {
      readonly todoId: string;
      readonly listId: string;
      readonly title: string;
      /** When it was asked for: it comes behind everything that was added before. */
      readonly at: Date;
    },
  ) {
    super();
  }
}

@CommandHandler(AddTodo)
export class AddTodoHandler implements ICommandHandler<AddTodo> {
  constructor(private readonly decider: Decider) {}

  execute({ context, todo: { todoId, listId, title, at } }: AddTodo): Promise<Outcome> {
    const order = orderAt(at.getTime());
    return this.decider.onTodoAndList(context, { todoId, listId }, (todo, list) =>
      addTodo(todo, list, { listId, title, order }),
    );
  }
}
