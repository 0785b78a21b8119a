import type pg from 'pg';
import { PoolerError } from './refuse-pooler.js';

/** The database roles that the migrations make. The owner is whoever the connection string names. */
export type DatabaseRole = 'garbanzo_web' | 'garbanzo_worker';

export interface Session {
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

/** Names and values, each as the server shows it. */
type Settings = Readonly<Record<string, string>>;

/**
 * What the server gives up on by itself: a lock or a transaction that is left behind by a process that vanished must not
 * stop the others for longer than a few seconds.
 */
const LIMITS: Settings = {
  lock_timeout: '5s',
  statement_timeout: '10s',
  idle_in_transaction_session_timeout: '10s',
};

/** The same for what was sent and is not acknowledged. A connection through a Unix socket does without. */
const NETWORK: Settings = { tcp_user_timeout: '5s' };

/**
 * What statements and their answers mean. The server, the database or the role may say otherwise: dates would then come in
 * another form, nulls in arrays would be texts, and a transaction would refuse to write.
 */
const MEANING: Settings = {
  client_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  extra_float_digits: '1',
  bytea_output: 'hex',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  row_security: 'on',
  exit_on_error: 'off',
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  default_transaction_deferrable: 'off',
  idle_session_timeout: '0',
};

/**
 * A plan that was made while a table was empty is kept while it grows, and reading all of an empty table is cheap: plans
 * have to use the indexes from the beginning. See docs/adr/0007-prepared-statements.md. Compiling one takes longer than
 * running it.
 */
const PLANS: Settings = { enable_seqscan: 'off', jit: 'off' };

/** What a connection asks for when it is opened, and has to have afterwards. */
function settingsOf({ role, durable = true, searchPath = 'public', patient = false }: Session): Settings {
  return {
    ...LIMITS,
    ...MEANING,
    ...PLANS,
    ...(patient ? { statement_timeout: '0', idle_in_transaction_session_timeout: '0' } : {}),
    ...(durable ? {} : { synchronous_commit: 'off' }),
    ...(role ? { role } : {}),
    search_path: searchPath,
  };
}

/** The same in the words of the server's command line, where a blank ends a value. */
export function sessionOptions(session: Session): string {
  return Object.entries({ ...NETWORK, ...settingsOf(session) })
    .map(([name, value]) => `-c ${name}=${value.replaceAll(/[\\ ]/g, String.raw`\$&`)}`)
    .join(' ');
}

/** For a pool: it hands out no connection before `settle` has seen it. */
export function settling(session: Session): object {
  return { onConnect: (connection: pg.ClientBase) => settle(connection, session) };
}

/**
 * Sees that a new connection is as it was asked for, and sets what can only be set afterwards.
 *
 * @throws Error when something between us and the server has dropped what was asked for: without its role and its limits
 * a connection must not be used
 */
export async function settle(connection: pg.ClientBase, session: Session): Promise<void> {
  const asked = settingsOf(session);
  const names = [...Object.keys(asked), 'synchronous_commit', 'transaction_timeout'];
  const { rows } = await connection.query<{ name: string; value: string | null }>(
    'select name, current_setting(name, true) as value from unnest($1::text[]) name',
    [names],
  );
  const held = new Map(rows.map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(asked)) {
    if (!isSame(held.get(name), value)) throw new PoolerError(explain(name, held.get(name), value));
  }
  // Somebody may have set it for all; only what can be made again may be lost with the power.
  if (session.durable !== false && held.get('synchronous_commit') === 'off') {
    await connection.query('set synchronous_commit = on');
  }
  // PostgreSQL has had this one since 17, and an older one would refuse to hear of it.
  if (![undefined, null, '0'].includes(held.get('transaction_timeout'))) {
    await connection.query('set transaction_timeout = 0');
  }
}

function isSame(held: string | null | undefined, asked: string): boolean {
  return plain(held ?? '') === plain(asked);
}

/** The server writes lists of names with blanks and quotes of its own. */
function plain(value: string): string {
  return value.replaceAll(/[\s"]/g, '');
}

function explain(name: string, held: string | null | undefined, asked: string): string {
  return `${name} = ${held ?? ''} although ${asked} was asked for`;
}
