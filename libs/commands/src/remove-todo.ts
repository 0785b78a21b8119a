import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { removeTodo } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class RemoveTodo extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly todoId: string,
  ) {
    super();
  }
}

@CommandHandler(RemoveTodo)
export class RemoveTodoHandler implements ICommandHandler<RemoveTodo> {
  constructor(private readonly decider: Decider) {}

  execute({ context, todoId }: RemoveTodo): Promise<Outcome> {
    return this.decider.onTodo(context, todoId, removeTodo);
  }
}
