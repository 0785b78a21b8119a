import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { prepared, type Connection } from '#libs/platform';
import { standingOf, type Lsn } from './standing.js';

/**
 * A connection to the replica that belongs to one page until it is ended: behind one address there may be several
 * standbys, and what one of them has replayed says nothing of the others. Statements take turns, and after one has failed
 * nothing is asked any more.
 */
export class PinnedConnection implements PostgresPoolClient {
  private last: Promise<unknown> = Promise.resolve();
  private failure: unknown;
  private isOver = false;

  /** @param tell is called with the first error */
  constructor(
    private readonly connection: Connection,
    private readonly tell: (error: unknown) => void,
  ) {}

  query<R>(statement: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(statement: unknown, values: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') throw new Error('Cursors are not in use');
    return this.inTurn((connection) =>
      connection.query(values.length > 0 ? prepared(statement, values) : statement),
    );
  }

  /** By Kysely, after each statement. */
  release(): void {}

  /** What every statement that has ended can have seen at the most. */
  async shownUpTo(): Promise<Lsn> {
    const { isStandby, replayed } = await this.inTurn(standingOf);
    if (!isStandby || replayed === null) throw new Error('is not a standby any more');
    return replayed;
  }

  async inTurn<Answer>(ask: (connection: Connection) => Promise<Answer>): Promise<Answer> {
    const answer = this.last.then(() => this.ask(ask));
    this.last = answer.catch(() => undefined);
    return await answer;
  }

  /** Gives it back, or closes it if it is of no use to anybody else. */
  end(isUseless = false): void {
    if (!this.isOver) this.connection.release(isUseless || this.failure !== undefined);
    this.isOver = true;
  }

  private async ask<Answer>(ask: (connection: Connection) => Promise<Answer>): Promise<Answer> {
    if (this.isOver) throw new Error('This page is read from the primary meanwhile');
    if (this.failure !== undefined) throw this.failure;
    try {
      return await ask(this.connection);
    } catch (error) {
      this.failure = error;
      this.tell(error);
      throw error;
    }
  }
}
