import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { PositionWaiter, ReadModel, TODO_LISTS } from '#libs/read-model';

/**
 * The read tables tell which streams belong to a list. So a question about the log first waits until the
 * tables have caught up with the shard's head; otherwise its answer says that events may be missing.
 */
@Injectable()
export class HeadWaiter {
  constructor(
    private readonly readModel: ReadModel,
    private readonly waiter: PositionWaiter,
  ) {}

  /** Whether the tables contain all events that are in the shard now. Waits up to a second for it. */
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
