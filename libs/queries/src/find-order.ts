import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { generateKeyBetween } from 'fractional-indexing';
import { sql, type SqlBool } from 'kysely';
import { ReadModel } from '#libs/read-model';

/** Where a to-do is to stand: beside another one, or at the end of the list. */
export type Place =
  /** One step up or down: to the other side of the one that stands there. */
  { readonly up: string } | { readonly down: string } | { readonly before: string } | 'end';

interface Bounds {
  readonly lower: string | null;
  readonly upper: string | null;
}

/**
 * The order (a key of fractional indexing) that puts a to-do in a place of a list; undefined when the other to-do of that
 * place is not in the list, or not on that side: the page that named it is older than the list.
 */
export class FindOrder extends Query<string | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly between: {
      readonly listId: string;
      /** The to-do that is to be moved. */
      readonly todoId: string;
      readonly place: Place;
    },
  ) {
    super();
  }
}

@QueryHandler(FindOrder)
export class FindOrderHandler implements IQueryHandler<FindOrder> {
  constructor(private readonly readModel: ReadModel) {}

  async execute(query: FindOrder): Promise<string | undefined> {
    const bounds = await this.bounds(query);
    return bounds && generateKeyBetween(bounds.lower, bounds.upper);
  }

  /** Of two to-dos with the same order, neither can be squeezed between: the bounds are the next orders that differ. */
  private async bounds({ workspaceId, between }: FindOrder): Promise<Bounds | undefined> {
    const { listId, todoId, place } = between;
    const { neighbour, isThere, lower, upper } = placeInSql(place);
    const { rows } = await sql<Bounds>`
      with in_list as not materialized (
        select id, sort_order from todos
        where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is null
      ), others as not materialized (
        select id, sort_order from in_list where id <> ${todoId}
      ), neighbour as (
        select ${neighbour} as sort_order
      )
      select ${lower} as lower, ${upper} as upper from neighbour
      where ${isThere(sql`(select sort_order from in_list where id = ${todoId})`)}`.execute(
      this.readModel.kysely,
    );
    return rows[0];
  }
}

type Fragment = ReturnType<typeof sql>;

interface PlaceInSql {
  readonly neighbour: Fragment;
  /** Whether the neighbour stands where it has to, given the order that the to-do has now. */
  readonly isThere: (here: Fragment) => ReturnType<typeof sql<SqlBool>>;
  readonly lower: Fragment;
  readonly upper: Fragment;
}

const ORDER = sql`neighbour.sort_order`;
const NEXT_LOWER = sql`(select max(sort_order) from others where sort_order < ${ORDER})`;
const NEXT_HIGHER = sql`(select min(sort_order) from others where sort_order > ${ORDER})`;
const orderOf = (id: string) => sql`(select sort_order from others where id = ${id}::uuid)`;

function placeInSql(place: Place): PlaceInSql {
  if (place === 'end') {
    const last = sql`(select max(sort_order) from others)`;
    return { neighbour: last, isThere: () => sql<SqlBool>`true`, lower: ORDER, upper: sql`null::text` };
  } else if ('down' in place) {
    const isThere = (here: Fragment) => sql<SqlBool>`${ORDER} >= ${here}`;
    return { neighbour: orderOf(place.down), isThere, lower: ORDER, upper: NEXT_HIGHER };
  } else {
    const isThere = (here: Fragment) =>
      'up' in place ? sql<SqlBool>`${ORDER} <= ${here}` : sql<SqlBool>`${ORDER} is not null`;
    const id = 'up' in place ? place.up : place.before;
    return { neighbour: orderOf(id), isThere, lower: NEXT_LOWER, upper: ORDER };
  }
}
