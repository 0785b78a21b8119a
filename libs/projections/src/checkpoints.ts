import { sql } from 'kysely';
import {
  generationSchema,
  headOf,
  IS_AHEAD,
  liveSchema,
  type Change,
  type Shape,
  type Transaction,
} from '#libs/read-model';

/** The tables of a projection to work on: the live generation or another one. */
export interface Target<Of extends Shape = Shape> {
  readonly projection: Of;
  /** The live generation if this is left out. */
  readonly generation?: number;
}

/** A generation's checkpoint in a shard, and whether it has parked streams there. */
export interface Progress {
  readonly generation: number;
  readonly shard: number;
  readonly position: number;
  readonly hasParked: boolean;
  /** Whether the tables have folded what the log does not hold. */
  readonly isAhead: boolean;
}

export function schemaOf({ projection, generation }: Target): string {
  return generation === undefined ? liveSchema(projection) : generationSchema(projection, generation);
}

/**
 * Reads the checkpoint of a shard and locks it until the transaction ends: only the holder of this lock folds
 * the shard. Returns undefined if another worker holds it, or there is no such generation. Also sets the
 * search path, so that the transaction finds the generation's tables by their plain names.
 *
 * @param wait whether to wait until another worker releases the lock
 */
export async function lockCheckpoint(
  transaction: Transaction,
  target: Target,
  how: { readonly shard: number; readonly wait?: boolean },
): Promise<Progress | undefined> {
  const locked = await lock(transaction, target, how);
  return locked?.hasMoved === true ? await lock(transaction, target, how) : locked;
}

interface Locked extends Progress {
  /**
   * Whether another worker moved it while the statement was under way. A row that is locked is read again, but
   * everything else that the statement says is as it was at its beginning.
   */
  readonly hasMoved: boolean;
}

async function lock(
  transaction: Transaction,
  target: Target,
  { shard, wait = false }: { readonly shard: number; readonly wait?: boolean },
): Promise<Locked | undefined> {
  const { projection, generation = null } = target;
  const { rows } = await sql<Locked>`
    select g.id as generation, c.shard, c.position, exists (
             select from parked_streams p where p.generation = g.id and p.shard = c.shard
           ) as "hasParked",
           ${sql.raw(IS_AHEAD)} as "isAhead",
           c.position <> (
             select begun.position from checkpoints begun where begun.generation = c.generation and begun.shard = c.shard
           ) as "hasMoved",
           set_config('search_path', ${`${schemaOf(target)},public`}, true)
    from generations g join checkpoints c on c.generation = g.id and c.shard = ${shard}
    left join ${sql.raw(headOf('c.shard'))} on true
    where g.projection = ${projection.name} and g.version = ${projection.version}
      and case when ${generation}::int is null then g.state = 'live' else g.id = ${generation} end
    for update of c ${wait ? sql`` : sql`skip locked`}`.execute(transaction);
  return rows[0];
}

/** Lets those who keep what they have read see that there are other rows, although the position is the same. */
export function touchingCheckpoint({ generation, shard }: Pick<Progress, 'generation' | 'shard'>): Change {
  return sql`update checkpoints set position = position where generation = ${generation} and shard = ${shard}`;
}

/** @param position of an event that was folded */
export function movingCheckpoint({
  generation,
  shard,
  position,
}: {
  readonly generation: number;
  readonly shard: number;
  readonly position: number;
}): Change {
  return sql`
    update checkpoints set position = ${position},
      command_id = (select e.command_id from events e where e.shard = ${shard} and e.position = ${position})
    where generation = ${generation} and shard = ${shard}`;
}
