import type pg from 'pg';
import type { Database } from './database.js';

/** Rows for one table. */
export interface Copy {
  /** `copy ... from stdin`: it can have no parameters. */
  readonly statement: string;
  /** In the text format of `copy`. */
  readonly rows: string;
}

/**
 * Copies rows into tables: all of them, or none when it throws. It takes a single round trip, because statements
 * that are sent together are one transaction, and PostgreSQL drops the rows that follow an error.
 */
export async function copyIn({ pool }: Database, copies: readonly Copy[]): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query(new CopyIn(copies)).ended;
  } finally {
    connection.release();
  }
}

declare module 'pg' {
  /** What its types leave out. */
  interface Connection {
    sendCopyFromChunk(chunk: Buffer): void;
    endCopyFrom(): void;
  }
}

/** The driver calls its methods: see `Query` in pg/lib/query.js. */
class CopyIn implements pg.Submittable {
  readonly ended: Promise<void>;
  /** Where the driver has a time limit, it puts another one here that ends its timer. */
  callback: (error?: unknown) => void;

  constructor(private readonly copies: readonly Copy[]) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ended = promise;
    this.callback = (error) => (error === undefined ? resolve() : reject(error));
  }

  submit(connection: pg.Connection): void {
    connection.query(this.copies.map(({ statement }) => statement).join(';'));
    for (const { rows } of this.copies) {
      connection.sendCopyFromChunk(Buffer.from(rows));
      connection.endCopyFrom();
    }
  }

  handleError(error: unknown): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback();
  }

  handleCopyInResponse(): void {
    // Nothing: the rows are on their way already.
  }

  handleCommandComplete(): void {
    // Nothing: `ReadyForQuery` follows.
  }
}
