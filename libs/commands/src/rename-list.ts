import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { renameList } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { Decider } from './decider.js';
import type { Outcome } from './outcome.js';

export class RenameList extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly listId: string,
    readonly name: string,
  ) {
    super();
  }
}

@CommandHandler(RenameList)
export class RenameListHandler implements ICommandHandler<RenameList> {
  constructor(private readonly decider: Decider) {}

  execute({ context, listId, name }: RenameList): Promise<Outcome> {
    return this.decider.onList(context, listId, (list) => renameList(list, name));
  }
}
