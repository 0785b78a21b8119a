import type { Connection, Queryable } from '#libs/platform';
import { headOf, IS_AHEAD } from '../is-ahead.js';
import { NEEDED_SHAPES } from '../shapes.js';

/** A place in the write-ahead log (an LSN), in bytes from its beginning. Everything up to it can be compared, also across servers. */
export type Lsn = number;

/** How far a server is that should be a standby. */
export interface Standing {
  readonly isStandby: boolean;
  /** What it has replayed, and so shows to every statement that begins now. */
  readonly replayed: Lsn | null;
}

const STANDING = `
  select pg_is_in_recovery() as "isStandby", (pg_last_wal_replay_lsn() - '0/0')::bigint as replayed`;

export async function standingOf(connection: Connection): Promise<Standing> {
  const { rows } = await connection.query<Standing>(STANDING);
  return rows[0] ?? { isStandby: false, replayed: null };
}

/**
 * How far the primary's log has been written. That is as far as any statement that has ended can have seen: the worker's
 * commits are seen before they are on the disk, so what is on the disk would be too little.
 */
export async function writtenBy(primary: Queryable): Promise<Lsn> {
  const [row] = await primary.query<{ readonly written: Lsn }>(
    `select (pg_current_wal_insert_lsn() - '0/0')::bigint as written`,
  );
  return row?.written ?? Number.MAX_SAFE_INTEGER;
}

/** A position of a shard of the events, which a page must show. */
export interface Token {
  readonly shard: number;
  readonly position: number;
}

/**
 * Unlike the primary, a standby cannot tell a position that is made up from one that has not come yet: here only what is
 * folded counts.
 */
const HAS_FOLDED = `
  select not exists (
    select from unnest($1::text[], $2::int[]) asked (projection, version)
    left join generations g
      on g.projection = asked.projection and g.version = asked.version and g.state = 'live'
    left join checkpoints c on c.generation = g.id and c.shard = $3
    left join ${headOf('c.shard')} on true
    where c.position is null or c.position < $4 or ${IS_AHEAD}
  ) as "hasFolded"`;

/** Whether all tables show a position there. */
export async function hasFolded(connection: Connection, { shard, position }: Token): Promise<boolean> {
  const names = NEEDED_SHAPES.map(({ name }) => name);
  const versions = NEEDED_SHAPES.map(({ version }) => version);
  const { rows } = await connection.query<{ readonly hasFolded: boolean }>(HAS_FOLDED, [
    names,
    versions,
    shard,
    position,
  ]);
  return rows[0]?.hasFolded === true;
}
