import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { ReadModel } from '#libs/read-model';

/** Where a to-do is to stand, and which others have to be renumbered to make room. */
export interface FoundOrder {
  readonly order: string;
  /** The to-dos around it with new orders, in which they stand as before. Mostly there are none. */
  readonly renumbered: readonly { readonly todoId: string; readonly order: string }[];
}

/** The order (a key of fractional indexing) that puts a to-do directly before another one of a list. */
export class FindOrder extends Query<FoundOrder> {
  constructor(
    readonly workspaceId: string,
    readonly destination: {
      readonly listId: string;
      /** The to-do that is to be moved. */
      readonly todoId: string;
      /** The to-do that it is to stand before; at the end of the list when there is none. */
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

/** Each move into the same gap makes keys longer. From this length on (characters), what is around it is renumbered. */
const LONGEST = 64;

/** Keys up to this length stay as they are. Those that have grown in one gap are longer. */
const SHORT = 16;

/** To-dos that are renumbered on each side, at the most. */
const MOST = 500;

@QueryHandler(FindOrder)
export class FindOrderHandler implements IQueryHandler<FindOrder> {
  constructor(private readonly readModel: ReadModel) {}

  async execute({ workspaceId, destination: { before, ...moved } }: FindOrder): Promise<FoundOrder> {
    const others = othersOf(this.readModel, { workspaceId, ...moved });
    const next = before === undefined ? undefined : await others.where('id', '=', before).executeTakeFirst();
    const last = await aboveOf(others, next).limit(1).executeTakeFirst();
    const order = generateKeyBetween(orderOf(last), orderOf(next));
    return order.length <= LONGEST ? { order, renumbered: [] } : await makeRoom(others, next);
  }
}

type Others = ReturnType<typeof othersOf>;

/** What is in the list beside the to-do that is moved. */
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

/** Nearest first: the lower orders, because nothing can be squeezed between two to-dos with the same one. */
function aboveOf(others: Others, next: Neighbour | undefined) {
  const lower = next === undefined ? others : others.where('sort_order', '<', next.order);
  return lower.orderBy('sort_order', 'desc').orderBy('id', 'desc');
}

/** Nearest first. */
function belowOf(others: Others, next: Neighbour) {
  return others.where('sort_order', '>=', next.order).orderBy('sort_order').orderBy('id');
}

const orderOf = (todo: Neighbour | undefined) => todo?.order ?? null;

async function makeRoom(others: Others, next: Neighbour | undefined): Promise<FoundOrder> {
  const above = await aboveOf(others, next).limit(MOST).execute();
  const below = next === undefined ? [] : await belowOf(others, next).limit(MOST).execute();
  return renumber(above, below);
}

/** New orders for what is around the gap, up to the first short ones on both sides, and one in the gap. */
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

/** The nearest to-dos, whose orders are long, and the order of the one behind them. */
function untilShort(neighbours: readonly Neighbour[]) {
  const end = neighbours.findIndex(({ order }) => order.length <= SHORT);
  return {
    long: end === -1 ? neighbours : neighbours.slice(0, end),
    end: neighbours[end]?.order ?? null,
  };
}
