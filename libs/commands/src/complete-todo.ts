import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { completeTodo } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class CompleteTodo extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly todoId: string,
  ) {
    super();
  }
}

@CommandHandler(CompleteTodo)
export class CompleteTodoHandler implements ICommandHandler<CompleteTodo> {
  constructor(private readonly decider: Decider) {}

  execute({ context, todoId }: CompleteTodo): Promise<Outcome> {
    return this.decider.onTodo(context, todoId, completeTodo);
  }
}
