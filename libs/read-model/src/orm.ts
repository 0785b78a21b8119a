import { MikroORM } from '@mikro-orm/postgresql';
import { PostgresDialect, type PostgresPool } from 'kysely';
import type { Database } from '#libs/platform';
import { PreparingPool } from './preparing-pool.js';
import { SEARCH } from './tables/search.js';
import { TODO_LISTS } from './tables/todo-lists.js';
import { PROGRESS } from './tables/progress.js';
import { SHAPES } from './shapes.js';

/** Every table that this version reads. The types of statements are made from these entities. */
export type Entities =
  (typeof PROGRESS)[number] | (typeof TODO_LISTS.entities)[number] | (typeof SEARCH.entities)[number];

/**
 * MikroORM on the process's pool, or on one that chooses. It connects at the first query, so it can be created while the database is
 * down.
 */
export function createOrm(database: Database, pool: PostgresPool = new PreparingPool(database.pool)) {
  return new MikroORM({
    entities: [...PROGRESS, ...SHAPES.flatMap(({ entities }) => entities)],
    dbName: database.name,
    driverOptions: new PostgresDialect({ pool }),
  });
}
