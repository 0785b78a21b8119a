import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import type { Step } from './history/fold-stream.js';
import { HeadWaiter } from './history/head-waiter.js';
import { END, type History, type HistoryPage } from './history/history.js';
import { entriesOf } from './history/history-entry.js';
import type { LoggedEvent } from './history/logged-event.js';
import { placesOfList } from './history/places-of-list.js';
import { readSteps } from './history/read-steps.js';
import type { ListInLog } from './history/streams-of-list.js';
import { PAGE_SIZE } from './shown.js';

/** What happened to a list, and to to-dos while they were in it; coming and going included. */
export class GetListHistory extends Query<History> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
    readonly page: HistoryPage = {},
  ) {
    super();
  }
}

/** Events that are looked through at a time, at most. */
const MOST = 1_600;

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

  /** A to-do of the list may have been elsewhere for long: what it did there is passed over, in growing strides. */
  private async steps(list: ListInLog, before: number, wanted: number): Promise<Step<LoggedEvent>[]> {
    const steps: Step<LoggedEvent>[] = [];
    let [from, limit, more] = [before, wanted, true];
    while (more && steps.length < wanted) {
      const places = await placesOfList(this.readModel, list, { before: from, limit });
      const read = await readSteps(this.readModel, list, places);
      steps.push(...read.filter((step) => isOfList(step, list.listId)));
      more = places.length === limit;
      from = places.at(-1)?.position ?? from;
      limit = Math.min(2 * limit, MOST);
    }
    return steps;
  }
}

/** Whether a step was taken in the list, into it or out of it; or may have been, for all that can be read. */
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
