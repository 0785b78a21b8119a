import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { moveTodo } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class MoveTodo extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly todoId: string,
    readonly to: {
      readonly listId: string;
      /** A key of fractional indexing, as the query `FindPlace` gives it. */
      readonly order: string;
    },
  ) {
    super();
  }
}

@CommandHandler(MoveTodo)
export class MoveTodoHandler implements ICommandHandler<MoveTodo> {
  constructor(private readonly decider: Decider) {}

  execute({ context, todoId, to }: MoveTodo): Promise<Outcome> {
    return this.decider.onTodoAndList(context, { todoId, listId: to.listId }, (todo, list) =>
      moveTodo(todo, list, to),
    );
  }
}
