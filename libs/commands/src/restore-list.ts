import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { restoreList } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class RestoreList extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly listId: string,
  ) {
    super();
  }
}

@CommandHandler(RestoreList)
export class RestoreListHandler implements ICommandHandler<RestoreList> {
  constructor(private readonly decider: Decider) {}

  execute({ context, listId }: RestoreList): Promise<Outcome> {
    return this.decider.onList(context, listId, restoreList);
  }
}
