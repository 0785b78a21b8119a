import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import { HeadWaiter } from './history/head-waiter.js';

/** Where a to-do should stand: one step up or down, on the other side of the to-do there; before or behind another one; or last. */
export type Place = { readonly [Of in Side]: Readonly<Record<Of, string>> }[Side] | 'end';

type Side = 'up' | 'down' | 'before' | 'behind';

/** The new order of a to-do, and the others that must be renumbered to make room for it. */
export interface FoundOrder {
  readonly order: string;
  /** New orders for the to-dos around it, which do not change their sequence. Usually there are none. */
  readonly renumbered: readonly { readonly todoId: string; readonly order: string }[];
}

/**
 * Finds the order (a key of fractional indexing) that puts a to-do in a place of a list. Undefined if the other to-do of that
 * place is not in the list, or not on that side: then the page that named it is older than the list.
 */
export class FindOrder extends Query<FoundOrder | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly destination: {
      readonly listId: string;
      /** The to-do to move. */
      readonly todoId: string;
      readonly place: Place;
    },
  ) {
    super();
  }
}

interface Neighbour {
  readonly id: string;
  readonly order: string;
}

/**
 * Each move into the same gap makes keys longer. If a key would be longer than this (characters), the to-dos
 * around the gap are renumbered.
 */
const LONGEST_ORDER = 64;

/**
 * Renumbering ends at the first key of at most this length (characters). Keys that have grown in one gap are
 * longer.
 */
const SHORT_ORDER = 16;

/** The largest number of to-dos that are renumbered on each side of the gap. */
const MOST_RENUMBERED = 500;

@QueryHandler(FindOrder)
export class FindOrderHandler implements IQueryHandler<FindOrder> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
    private readonly head: HeadWaiter,
  ) {}

  async execute({
    workspaceId,
    destination: { place, ...moved },
  }: FindOrder): Promise<FoundOrder | undefined> {
    // What was moved a moment ago is where it is now. If the tables cannot show that, the place that they know has to do.
    await this.head.reached(await this.workspaces.shardOf(workspaceId));
    const list = listOf(this.readModel, { workspaceId, listId: moved.listId });
    const gap = await findGap(list, moved.todoId, place);
    if (gap === undefined) return undefined;
    const others = list.where('id', '<>', moved.todoId);
    const last = await aboveOf(others, gap.next).limit(1).executeTakeFirst();
    const order = generateKeyBetween(orderOf(last), orderOf(gap.next));
    return order.length <= LONGEST_ORDER ? { order, renumbered: [] } : await makeRoom(others, gap.next);
  }
}

type ToDos = ReturnType<typeof listOf>;

function listOf(
  { kysely }: ReadModel,
  { workspaceId, listId }: Readonly<Record<'workspaceId' | 'listId', string>>,
) {
  return kysely
    .selectFrom('todos')
    .select(['id', 'sort_order as order'])
    .where('list_id', '=', listId)
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null);
}

/** The to-do below the gap where the to-do should go: none at the end of the list. Undefined if there is no such gap. */
async function findGap(
  list: ToDos,
  todoId: string,
  place: Place,
): Promise<{ readonly next: Neighbour | undefined } | undefined> {
  if (place === 'end') return { next: undefined };
  const [side, id] = sideOf(place);
  const [neighbour, here] = await Promise.all(
    [id, todoId].map((each) => list.where('id', '=', each).executeTakeFirst()),
  );
  if (neighbour === undefined || !isOnSide(side, neighbour, here)) return undefined;
  else if (side === 'up' || side === 'before') return { next: neighbour };
  // No key fits between two equal orders, so the next one is the next that differs.
  const below = list.where('id', '<>', todoId).where('sort_order', '>', neighbour.order);
  return { next: await below.orderBy('sort_order').orderBy('id').limit(1).executeTakeFirst() };
}

function isOnSide(side: Side, neighbour: Neighbour, here: Neighbour | undefined): boolean {
  if (neighbour.id === here?.id) return false;
  else if (side === 'before' || side === 'behind') return true;
  else if (here === undefined) return false;
  else return side === 'up' ? neighbour.order <= here.order : neighbour.order >= here.order;
}

function sideOf(place: Exclude<Place, 'end'>): readonly [Side, string] {
  if ('up' in place) return ['up', place.up];
  else if ('down' in place) return ['down', place.down];
  else return 'before' in place ? ['before', place.before] : ['behind', place.behind];
}

/**
 * The to-dos above the gap, nearest first: those with a lower order, because no key fits between two equal
 * orders.
 */
function aboveOf(others: ToDos, next: Neighbour | undefined) {
  const lower = next === undefined ? others : others.where('sort_order', '<', next.order);
  return lower.orderBy('sort_order', 'desc').orderBy('id', 'desc');
}

/** The to-dos below the gap, nearest first. */
function belowOf(others: ToDos, next: Neighbour) {
  return others.where('sort_order', '>=', next.order).orderBy('sort_order').orderBy('id');
}

const orderOf = (todo: Neighbour | undefined) => todo?.order ?? null;

async function makeRoom(others: ToDos, next: Neighbour | undefined): Promise<FoundOrder> {
  const above = await aboveOf(others, next).limit(MOST_RENUMBERED).execute();
  const below = next === undefined ? [] : await belowOf(others, next).limit(MOST_RENUMBERED).execute();
  return renumber(above, below);
}

/**
 * Makes new orders for the to-dos around the gap, up to the first short order on each side, and one for the
 * gap itself.
 */
function renumber(above: readonly Neighbour[], below: readonly Neighbour[]): FoundOrder {
  const [before, after] = [untilShort(above), untilShort(below)];
  const gap = before.long.length;
  const orders = generateNKeysBetween(before.end, after.end, gap + 1 + after.long.length);
  const others = [...before.long.toReversed(), undefined, ...after.long];
  return {
    order: orders[gap] ?? '',
    renumbered: others.flatMap((todo, index) => {
      const order = orders[index];
      return todo !== undefined && order !== undefined ? [{ todoId: todo.id, order }] : [];
    }),
  };
}

/** The nearest to-dos, as far as their orders are long, and the order of the first one that is short. */
function untilShort(neighbours: readonly Neighbour[]) {
  const end = neighbours.findIndex(({ order }) => order.length <= SHORT_ORDER);
  return {
    long: end === -1 ? neighbours : neighbours.slice(0, end),
    end: neighbours[end]?.order ?? null,
  };
}
