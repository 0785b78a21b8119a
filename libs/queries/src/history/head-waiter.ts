import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { PositionWaiter, ReadModel, TODO_LISTS } from '#libs/read-model';

/**
 * Which streams tell of a list is known from the tables. So what is asked of the log waits until they have reached its
 * head, or else says that it may lack something.
 */
@Injectable()
export class HeadWaiter {
  constructor(
    private readonly readModel: ReadModel,
    private readonly waiter: PositionWaiter,
  ) {}

  /** Whether the tables show all that is in the shard's log now; waits up to a second for it. */
  async reached(shard: number): Promise<boolean> {
    const { rows } = await sql<{ position: number }>`
      select position from events where shard = ${shard} order by position desc limit 1`.execute(
      this.readModel.kysely,
    );
    const { name: projection, version } = TODO_LISTS;
    const [head] = rows;
    return head === undefined || this.waiter.reached({ projection, version, shard, ...head });
  }
}
