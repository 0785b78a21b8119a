import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { removeList } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class RemoveList extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly listId: string,
  ) {
    super();
  }
}

@CommandHandler(RemoveList)
export class RemoveListHandler implements ICommandHandler<RemoveList> {
  constructor(private readonly decider: Decider) {}

  execute({ context, listId }: RemoveList): Promise<Outcome> {
    return this.decider.onList(context, listId, removeList);
  }
}
