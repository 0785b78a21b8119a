import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { renameTodo } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class RenameTodo extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly todoId: string,
    readonly title: string,
  ) {
    super();
  }
}

@CommandHandler(RenameTodo)
export class RenameTodoHandler implements ICommandHandler<RenameTodo> {
  constructor(private readonly decider: Decider) {}

  execute({ context, todoId, title }: RenameTodo): Promise<Outcome> {
    return this.decider.onTodo(context, todoId, (todo) => renameTodo(todo, title));
  }
}
