import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readHeads, type Head } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';

/** How far the log goes: the last position of each shard that has events. */
export class FindHeads extends Query<readonly Head[]> {}

@QueryHandler(FindHeads)
export class FindHeadsHandler implements IQueryHandler<FindHeads> {
  constructor(private readonly readModel: ReadModel) {}

  async execute(): Promise<readonly Head[]> {
    return await readHeads(this.readModel.database);
  }
}
