import { sql } from 'kysely';
import { headOf, IS_AHEAD } from './is-ahead.js';
import type { ReadModel } from './read-model.js';

/** A position of a shard, as a projection in this version shows it or does not yet. */
export interface Place {
  readonly projection: string;
  readonly version: number;
  readonly shard: number;
  readonly position: number;
}

interface Standing extends Omit<Place, 'position'> {
  /** The last position that the projection has folded. */
  readonly checkpoint: number | null;
  /** The last position of the log. */
  readonly head: number | null;
  /** Whether the tables have folded another log, so that their checkpoint says nothing of this one. */
  readonly isAhead: boolean | null;
}

/** One statement, however many places are asked for. Answers whether a page need not wait for a place any more. */
export async function lookAt(
  places: readonly Place[],
  { kysely }: ReadModel,
): Promise<(place: Place) => boolean> {
  const asked = [...new Map(places.map((place) => [nameOf(place), place])).values()];
  const { rows } = await sql<Standing>`
    select asked.projection, asked.version, asked.shard, c.position as checkpoint, head.position as head,
           ${sql.raw(IS_AHEAD)} as "isAhead"
    from unnest(${asked.map(({ projection }) => projection)}::text[],
                ${asked.map(({ version }) => version)}::int[],
                ${asked.map(({ shard }) => shard)}::int[]) asked (projection, version, shard)
    left join generations g
      on g.projection = asked.projection and g.version = asked.version and g.state = 'live'
    left join checkpoints c on c.generation = g.id and c.shard = asked.shard
    left join ${sql.raw(headOf('asked.shard'))} on true`.execute(kysely);
  const standings = new Map(rows.map((standing) => [nameOf(standing), standing]));
  return (place) => isSettled(place, standings.get(nameOf(place)));
}

/** What the log does not hold will not be shown either, however long somebody waits: the position is made up. */
function isSettled({ position }: Place, standing: Standing | undefined): boolean {
  const isFolded = standing?.isAhead !== true && position <= (standing?.checkpoint ?? 0);
  return isFolded || position > (standing?.head ?? 0);
}

const nameOf = ({ projection, version, shard }: Omit<Place, 'position'>) =>
  `${projection} ${version} ${shard}`;
