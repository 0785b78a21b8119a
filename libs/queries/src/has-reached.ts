import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Token } from '#libs/event-store';
import { PositionWaiter, TODO_LISTS } from '#libs/read-model';

/** Whether the pages show everything up to a place in the log; waits up to a second for it. */
export class HasReached extends Query<boolean> {
  constructor(readonly token: Token) {
    super();
  }
}

@QueryHandler(HasReached)
export class HasReachedHandler implements IQueryHandler<HasReached> {
  constructor(private readonly waiter: PositionWaiter) {}

  execute({ token: { shard, position } }: HasReached): Promise<boolean> {
    return this.waiter.reached({ projection: TODO_LISTS.name, version: TODO_LISTS.version, shard, position });
  }
}
