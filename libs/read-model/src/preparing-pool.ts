import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { isOutdatedPlan, prepared, type Connection, type Database } from '#libs/platform';
import { currentReading } from './current-reading.js';

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
  private isOutdated = false;

  constructor(private readonly connection: Connection) {}

  query<R>(statement: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(statement: unknown, values: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') throw new Error('Cursors are not in use');
    return values.length > 0 ? this.queryPrepared(statement, values) : this.connection.query(statement);
  }

  release(): void {
    this.connection.release(this.isOutdated);
  }

  private async queryPrepared(statement: string, values: readonly unknown[]) {
    try {
      return await this.connection.query(prepared(statement, values));
    } catch (error) {
      this.isOutdated ||= isOutdatedPlan(error);
      throw error;
    }
  }
}
