import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { restoreTodo } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class RestoreTodo extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly todoId: string,
  ) {
    super();
  }
}

@CommandHandler(RestoreTodo)
export class RestoreTodoHandler implements ICommandHandler<RestoreTodo> {
  constructor(private readonly decider: Decider) {}

  execute({ context, todoId }: RestoreTodo): Promise<Outcome> {
    return this.decider.onTodo(context, todoId, restoreTodo);
  }
}
