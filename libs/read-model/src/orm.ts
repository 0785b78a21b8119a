import { MikroORM } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import type { Database } from '#libs/platform';
import { PreparingPool } from './preparing-pool.js';
import { Checkpoint } from './tables/checkpoint.js';
import { Generation } from './tables/generation.js';
import { List } from './tables/list.js';
import { ListTotal } from './tables/list-total.js';
import { ParkedStream } from './tables/parked-stream.js';
import { Todo } from './tables/todo.js';

/** MikroORM on the pool that the process has. It connects at the first query, so a database that is away is no error. */
export function createOrm(database: Database) {
  return new MikroORM({
    entities: [Checkpoint, Generation, List, ListTotal, ParkedStream, Todo],
    dbName: database.name,
    driverOptions: new PostgresDialect({ pool: new PreparingPool(database.pool) }),
  });
}
