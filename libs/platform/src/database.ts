import pg from 'pg';
import { withoutOptions } from './database-url.js';
import type { Logger } from './logger.js';
import { prepared } from './prepared.js';
import { sessionOptions, settling, type Session } from './session-settings.js';

/** Something that runs a statement: the pool, or one open transaction. */
export interface Queryable {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** One connection of the pool, until it is released. */
export type Connection = pg.PoolClient;

interface Options extends Session {
  readonly url: string;
  readonly name: string;
  readonly logger: Logger;
  readonly max?: number;
  /** Milliseconds in which a connection is open and a statement is answered, where somebody else can be asked instead. */
  readonly patienceMs?: number;
  /** After which a connection is opened anew: its address may lead to another server meanwhile. */
  readonly lifetimeSeconds?: number;
}

const SECOND = 1_000;

/** A pool of connections to PostgreSQL that gives up rather than hangs, and outlives the server's restarts. */
export class Database implements Queryable {
  readonly pool: pg.Pool;
  /** Of the database on its server. */
  readonly name: string;

  constructor({ url, name, logger, max = 10, patienceMs, lifetimeSeconds = 0, ...session }: Options) {
    this.name = decodeURIComponent(new URL(url).pathname.slice(1));
    const options = connectionOptions(url, name, session);
    this.pool = new pg.Pool({
      ...options,
      ...(patienceMs === undefined ? {} : impatient(patienceMs)),
      ...settling(session),
      max,
      maxLifetimeSeconds: lifetimeSeconds,
      idleTimeoutMillis: 30 * SECOND,
    });
    // Without a listener, a connection that breaks would end the process: the pool hears those that are idle, and one
    // that is lent out tells its holder by failing the next statement.
    this.pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection broke'));
    this.pool.on('connect', (connection) => connection.on('error', () => undefined));
  }

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(values.length > 0 ? prepared(text, values) : text);
    return rows;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

const impatient = (milliseconds: number) => ({
  connectionTimeoutMillis: milliseconds,
  query_timeout: milliseconds,
});

/** How to open a connection; without a `Database`, it takes `settling` or `settle` besides. */
export function connectionOptions(url: string, name: string, session: Session = {}) {
  const { address, options } = withoutOptions(url);
  return {
    connectionString: address,
    application_name: name,
    // Of two that set the same, the server takes the last.
    options: `${options} ${sessionOptions(session)}`.trim(),
    // The client's own limits: in a network partition the server's never arrive.
    connectionTimeoutMillis: 3 * SECOND,
    query_timeout: session.patient === true ? 0 : 15 * SECOND,
    keepAlive: true,
    types,
  } satisfies pg.ClientConfig;
}

/** Positions and counts are bigint in PostgreSQL and stay far below 2^53: they are numbers here. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
// A day is no moment, and in no time zone: it stays text such as 2026-11-27.
types.setTypeParser(pg.types.builtins.DATE, String);
