import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { currentReading } from './current-reading.js';
import { prepared, type Connection, type Database } from '#libs/platform';

type Pool = Database['pool'];

/**
 * A pool for Kysely that prepares every statement with values: parsing a statement takes as long as running
 * it.
 */
export class PreparingPool implements PostgresPool {
  readonly options = {};

  constructor(private readonly pool: Pool) {}

  async connect(): Promise<PostgresPoolClient> {
    currentReading.getStore()?.usesPrimary();
    return new PreparingConnection(await this.pool.connect());
  }

  async end(): Promise<void> {
    await this.pool.end();
  }
}

class PreparingConnection implements PostgresPoolClient {
  constructor(private readonly connection: Connection) {}

  query<R>(statement: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(statement: unknown, values: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') throw new Error('Cursors are not in use');
    return this.connection.query(values.length > 0 ? prepared(statement, values) : statement);
  }

  release(): void {
    this.connection.release();
  }
}
