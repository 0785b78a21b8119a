import pg from 'pg';
import type { Logger } from './logger.js';
import { prepared } from './prepared.js';
import { refusePooler } from './refuse-pooler.js';

/** Something that runs a statement: the pool, or one open transaction. */
export interface Queryable {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** One connection of the pool, until it is released. */
export type Connection = pg.PoolClient;

/** The database roles that the migrations make. The owner is whoever the connection string names. */
export type DatabaseRole = 'garbanzo_web' | 'garbanzo_worker';

interface Options extends Session {
  readonly url: string;
  readonly name: string;
  readonly logger: Logger;
  readonly max?: number;
}

interface Session {
  readonly role?: DatabaseRole;
  /**
   * False where a commit may be lost with the server's power, because it can be done again from what is durable. It
   * then need not wait for the disk.
   */
  readonly durable?: boolean;
  /** Schemas in which tables are looked for, with commas between them. */
  readonly searchPath?: string;
  /** For migrations and other long work: no limit on the time of a statement or a transaction. */
  readonly patient?: boolean;
}

const SECOND = 1_000;

/**
 * What the server gives up on by itself (milliseconds): a lock or a transaction that is left behind by a process
 * that vanished must not stop the others for longer than a few seconds.
 */
const LIMITS = {
  lock_timeout: 5 * SECOND,
  statement_timeout: 10 * SECOND,
  idle_in_transaction_session_timeout: 10 * SECOND,
  tcp_user_timeout: 5 * SECOND,
};

/**
 * A plan that was made while a table was empty is kept while it grows, and reading all of an empty table is cheap: plans
 * have to use the indexes from the beginning. See docs/adr/0007-prepared-statements.md.
 */
const PLANS = { enable_seqscan: 'off' };

/** A pool of connections to PostgreSQL that gives up rather than hangs, and outlives the server's restarts. */
export class Database implements Queryable {
  readonly pool: pg.Pool;
  /** Of the database on its server. */
  readonly name: string;

  constructor({ url, name, logger, max = 10, ...session }: Options) {
    this.name = decodeURIComponent(new URL(url).pathname.slice(1));
    const options = connectionOptions(url, name, session);
    const verify = refusePooler(LIMITS.lock_timeout);
    this.pool = new pg.Pool({ ...options, max, idleTimeoutMillis: 30 * SECOND, verify });
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

export function connectionOptions(
  url: string,
  name: string,
  { role, durable = true, searchPath, patient = false }: Session = {},
): pg.ClientConfig {
  const commits = durable ? {} : { synchronous_commit: 'off' };
  const patience = patient ? { statement_timeout: 0, idle_in_transaction_session_timeout: 0 } : {};
  const settings = { ...LIMITS, ...PLANS, ...patience, ...commits, role, search_path: searchPath };
  return {
    connectionString: url,
    application_name: name,
    options: Object.entries(settings)
      .filter(([, value]) => value !== undefined)
      .map(([setting, value]) => `-c ${setting}=${value}`)
      .join(' '),
    // The client's own limits: in a network partition the server's never arrive.
    connectionTimeoutMillis: 3 * SECOND,
    query_timeout: patient ? 0 : 15 * SECOND,
    keepAlive: true,
    types,
  };
}

/** Positions and counts are bigint in PostgreSQL and stay far below 2^53: they are numbers here. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
