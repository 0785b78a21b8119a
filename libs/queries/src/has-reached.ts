import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Token } from '#libs/event-store';
import { NEEDED_SHAPES, PageReads, PositionWaiter } from '#libs/read-model';

/**
 * Whether the read tables contain everything up to a position in the log. Waits up to a second for it, unless the page is
 * read from a replica that contains it.
 */
export class HasReached extends Query<boolean> {
  constructor(readonly token: Token) {
    super();
  }
}

@QueryHandler(HasReached)
export class HasReachedHandler implements IQueryHandler<HasReached> {
  constructor(
    private readonly waiter: PositionWaiter,
    private readonly reads: PageReads,
  ) {}

  async execute({ token }: HasReached): Promise<boolean> {
    if (await this.reads.show(token)) return true;
    const waits = NEEDED_SHAPES.map(({ name, version }) =>
      this.waiter.reached({ projection: name, version, ...token }),
    );
    return (await Promise.all(waits)).every((reached) => reached);
  }
}
