import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { ReadModel } from '#libs/read-model';

/** The new order of a to-do, and the others that must be renumbered to make room for it. */
export interface FoundOrder {
  readonly order: string;
  /** New orders for the to-dos around it, which do not change their sequence. Usually there are none. */
  readonly renumbered: readonly { readonly todoId: string; readonly order: string }[];
}

/** Finds the order (a key of fractional indexing) that puts a to-do directly before another one in a list. */
export class FindOrder extends Query<FoundOrder> {
  constructor(
    readonly workspaceId: string,
    readonly destination: {
      readonly listId: string;
      /** The to-do to move. */
      readonly todoId: string;
      /** The to-do before which it should stand; undefined for the end of the list. */
      readonly before: string | undefined;
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
  constructor(private readonly readModel: ReadModel) {}

  async execute({ workspaceId, destination: { before, ...moved } }: FindOrder): Promise<FoundOrder> {
    const others = othersOf(this.readModel, { workspaceId, ...moved });
    const next = before === undefined ? undefined : await others.where('id', '=', before).executeTakeFirst();
    const last = await aboveOf(others, next).limit(1).executeTakeFirst();
    const order = generateKeyBetween(orderOf(last), orderOf(next));
    return order.length <= LONGEST_ORDER ? { order, renumbered: [] } : await makeRoom(others, next);
  }
}

type Others = ReturnType<typeof othersOf>;

/** All to-dos in the list except the one to move. */
function othersOf(
  { kysely }: ReadModel,
  { workspaceId, listId, todoId }: Readonly<Record<'workspaceId' | 'listId' | 'todoId', string>>,
) {
  return kysely
    .selectFrom('todos')
    .select(['id', 'sort_order as order'])
    .where('list_id', '=', listId)
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null)
    .where('id', '<>', todoId);
}

/**
 * The to-dos above the gap, nearest first: those with a lower order, because no key fits between two equal
 * orders.
 */
function aboveOf(others: Others, next: Neighbour | undefined) {
  const lower = next === undefined ? others : others.where('sort_order', '<', next.order);
  return lower.orderBy('sort_order', 'desc').orderBy('id', 'desc');
}

/** The to-dos below the gap, nearest first. */
function belowOf(others: Others, next: Neighbour) {
  return others.where('sort_order', '>=', next.order).orderBy('sort_order').orderBy('id');
}

const orderOf = (todo: Neighbour | undefined) => todo?.order ?? null;

async function makeRoom(others: Others, next: Neighbour | undefined): Promise<FoundOrder> {
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
