import { MikroORM } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import type { Database } from '#libs/platform';
import { PreparingPool } from './preparing-pool.js';
import { checkpoints } from './tables/checkpoints.js';
import { generations } from './tables/generations.js';
import { parkedStreams } from './tables/parked-streams.js';
import { TODO_LISTS } from './tables/todo-lists.js';
import { SHAPES } from './shapes.js';

/** How far the projections are: three tables that all of them share. */
const PROGRESS = [checkpoints, generations, parkedStreams] as const;

/** Every table that this version reads, for the types of statements. */
export type Entities = (typeof PROGRESS)[number] | (typeof TODO_LISTS.entities)[number];

/** MikroORM on the pool that the process has. It connects at the first query, so a database that is away is no error. */
export function createOrm(database: Database) {
  return new MikroORM({
    entities: [...PROGRESS, ...SHAPES.flatMap(({ entities }) => entities)],
    dbName: database.name,
    driverOptions: new PostgresDialect({ pool: new PreparingPool(database.pool) }),
  });
}
