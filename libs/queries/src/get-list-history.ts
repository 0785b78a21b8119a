import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import type { Step } from './history/next-step.js';
import { HeadWaiter } from './history/head-waiter.js';
import { END, type History, type HistoryPage } from './history/history.js';
import { entriesOf, joinChanges, type HistoryEntry } from './history/history-entry.js';
import { LongReads } from './history/long-reads.js';
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

interface Found {
  readonly steps: readonly Step<LoggedEvent>[];
  /** The position of the last event that was looked at; undefined if there are no earlier ones. */
  readonly searchedTo: number | undefined;
}

/** How many events are searched, one batch after another, for a page of so many. */
const batchesOf = (wanted: number) => [wanted, 8 * wanted, 64 * wanted];

@QueryHandler(GetListHistory)
export class GetListHistoryHandler implements IQueryHandler<GetListHistory> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
    private readonly head: HeadWaiter,
    private readonly longReads: LongReads,
  ) {}

  async execute({ workspaceId, listId, page }: GetListHistory): Promise<History> {
    const { before = END, limit = PAGE_SIZE } = page;
    const list = { workspaceId, listId, shard: await this.workspaces.shardOf(workspaceId) };
    const complete = await this.head.reached(list.shard);
    return await this.longReads.run(async () => {
      const { steps, searchedTo } = await this.search(list, before, limit + 1);
      const shown = steps.slice(0, limit);
      const next = steps.length > limit ? shown.at(-1)?.stored.position : searchedTo;
      const entries = joinChanges(await entriesOf(this.readModel, list, shown));
      return { entries, next: beforeAllOf(entries.at(-1), next), complete };
    });
  }

  /**
   * A to-do may have been in another list for a long time. Its events from then are skipped, in growing
   * batches. After a few of them the page is left as it is, and the next one goes on from there.
   */
  private async search(list: ListInLog, before: number, wanted: number): Promise<Found> {
    const steps: Step<LoggedEvent>[] = [];
    let searchedTo: number | undefined = before;
    for (const limit of batchesOf(wanted)) {
      const positions = await positionsOfList(this.readModel, list, { before: searchedTo, limit });
      const isWanted = (step: Step) => isOfList(step, list.listId);
      steps.push(...(await readSteps(this.readModel, list, positions, isWanted)));
      searchedTo = positions.length === limit ? positions.at(-1)?.position : undefined;
      if (searchedTo === undefined || steps.length >= wanted) break;
    }
    return { steps, searchedTo };
  }
}

/** What the last entry is one of is told of by now: the next page goes on before all of it. */
function beforeAllOf(last: HistoryEntry | undefined, next: number | undefined): number | undefined {
  return next === undefined || last === undefined ? next : Math.min(next, last.changed.begin);
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
    case 'labels':
      return false;
    case 'unknown':
      return step.last === undefined || isOfList(step.last, listId);
  }
}
