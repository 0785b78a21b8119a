import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { createList } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class CreateList extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly listId: string,
    readonly name: string,
  ) {
    super();
  }
}

@CommandHandler(CreateList)
export class CreateListHandler implements ICommandHandler<CreateList> {
  constructor(private readonly decider: Decider) {}

  execute({ context, listId, name }: CreateList): Promise<Outcome> {
    return this.decider.onList(context, listId, (list) => createList(list, name));
  }
}
