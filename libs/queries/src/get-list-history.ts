import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import type { Step } from './history/fold-stream.js';
import { HeadWaiter } from './history/head-waiter.js';
import { END, type History, type HistoryPage } from './history/history.js';
import { entriesOf } from './history/history-entry.js';
import type { LoggedEvent } from './history/logged-event.js';
import { positionsOfList } from './history/positions-of-list.js';
import { readSteps } from './history/read-steps.js';
import type { ListInLog } from './history/streams-of-list.js';
import { PAGE_SIZE } from './shown.js';

/**
 * Gets what happened to a list, and to its to-dos while they were in it, including moves into and out of it.
 */
export class GetListHistory extends Query<History> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
    readonly page: HistoryPage = {},
  ) {
    super();
  }
}

/** The largest number of events that are searched at a time. */
const MOST_EVENTS = 1_600;

@QueryHandler(GetListHistory)
export class GetListHistoryHandler implements IQueryHandler<GetListHistory> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
    private readonly head: HeadWaiter,
  ) {}

  async execute({ workspaceId, listId, page }: GetListHistory): Promise<History> {
    const { before = END, limit = PAGE_SIZE } = page;
    const list = { workspaceId, listId, shard: await this.workspaces.shardOf(workspaceId) };
    const complete = await this.head.reached(list.shard);
    const steps = await this.steps(list, before, limit + 1);
    const shown = steps.slice(0, limit);
    const next = steps.length > limit ? shown.at(-1)?.stored.position : undefined;
    return { entries: await entriesOf(this.readModel, list, shown), next, complete };
  }

  /**
   * A to-do may have been in another list for a long time. Its events from then are skipped, in growing
   * batches.
   */
  private async steps(list: ListInLog, before: number, wanted: number): Promise<Step<LoggedEvent>[]> {
    const steps: Step<LoggedEvent>[] = [];
    let [from, limit, more] = [before, wanted, true];
    while (more && steps.length < wanted) {
      const positions = await positionsOfList(this.readModel, list, { before: from, limit });
      const read = await readSteps(this.readModel, list, positions);
      steps.push(...read.filter((step) => isOfList(step, list.listId)));
      more = positions.length === limit;
      from = positions.at(-1)?.position ?? from;
      limit = Math.min(2 * limit, MOST_EVENTS);
    }
    return steps;
  }
}

/**
 * Whether a step belongs to the list: it happened there, or moved a to-do into or out of it. For an event
 * that cannot be read, the last readable step of its stream decides, or else it counts as part of the list.
 */
function isOfList(step: Step, listId: string): boolean {
  switch (step.of) {
    case 'list':
      return step.after.id === listId;
    case 'todo':
      return step.after.listId === listId || step.before?.listId === listId;
    case 'unknown':
      return step.last === undefined || isOfList(step.last, listId);
  }
}
