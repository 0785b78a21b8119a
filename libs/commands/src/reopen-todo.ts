import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reopenTodo } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class ReopenTodo extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly todoId: string,
  ) {
    super();
  }
}

@CommandHandler(ReopenTodo)
export class ReopenTodoHandler implements ICommandHandler<ReopenTodo> {
  constructor(private readonly decider: Decider) {}

  execute({ context, todoId }: ReopenTodo): Promise<Outcome> {
    return this.decider.onTodo(context, todoId, reopenTodo);
  }
}
