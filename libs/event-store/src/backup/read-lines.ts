import type { Queryable } from '#libs/platform';
import { FORMAT, type BackupHeader } from './backup-format.js';
import { listOf, type KeptTable } from './kept-table.js';

/** Rows that one statement reads. */
const BATCH = 2_000;

type Counts = Pick<BackupHeader, 'workspaces' | 'events' | 'lastPosition'>;

/** Counts what is in the snapshot. From then on the transaction formats times as UTC, with microseconds. */
export async function readBackupHeader(
  snapshot: Queryable,
  { version, tables = [] }: { readonly version: string; readonly tables?: readonly KeptTable[] },
): Promise<BackupHeader> {
  await snapshot.query(`set local timezone = 'UTC'`);
  const [counted] = await snapshot.query<Counts & { readonly takenAt: Date }>(`
    select now() as "takenAt",
           (select count(*) from workspaces) as workspaces,
           (select count(*) from events) as events,
           (select case when is_called then last_value else 0 end from event_positions) as "lastPosition"`);
  if (counted === undefined) throw new Error('The log was not counted');
  return {
    garbanzo: 'backup',
    format: FORMAT,
    version,
    ...counted,
    takenAt: counted.takenAt.toISOString(),
    tables: await describe(snapshot, tables),
  };
}

async function describe(snapshot: Queryable, tables: readonly KeptTable[]): Promise<BackupHeader['tables']> {
  const described: BackupHeader['tables'] = {};
  for (const { name, columns } of tables) {
    const [counted] = await snapshot.query<{ rows: number }>(`select count(*) as rows from "${name}"`);
    described[name] = { rows: counted?.rows ?? 0, columns: [...columns] };
  }
  return described;
}

export async function* readWorkspaceLines(snapshot: Queryable): AsyncGenerator<string> {
  const rows = await snapshot.query<{ line: string }>(`
    select '{"workspace":' || row_to_json(w) || '}' as line
    from (select id, shard, name, created_at from workspaces) w order by w.id`);
  for (const { line } of rows) yield line;
}

/** The rows of a table, many at a time. */
export async function* readTableLines(
  snapshot: Queryable,
  { name, columns }: KeptTable,
): AsyncGenerator<string> {
  await snapshot.query(`
    declare kept_rows no scroll cursor for
    select '{"${name}":' || row_to_json(r) || '}' as line from (select ${listOf(columns)} from "${name}") r`);
  for (;;) {
    const rows = await snapshot.query<{ line: string }>(`fetch ${BATCH} from kept_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line).join('\n');
  }
  await snapshot.query('close kept_rows');
}

/**
 * Events as JSON lines made by PostgreSQL: JavaScript would change some numbers, and cut times to
 * milliseconds.
 */
export async function* readEventLines(
  snapshot: Queryable,
): AsyncGenerator<{ readonly count: number; readonly lines: string }> {
  let [shard, position] = [0, 0];
  for (;;) {
    const [batch] = await snapshot.query<Batch>(
      `select count(*) as count, max(shard) as shard, (array_agg(position))[count(*)] as position,
              string_agg(line, e'\\n') as lines
       from (
         select shard, position, '{"event":' || row_to_json(e) || '}' as line
         from (
           select shard, position, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                  correlation_id, causation_id, traceparent, data, recorded_at
           from events
           where (shard, position) > ($1, $2) order by shard, position limit ${BATCH}
         ) e
       ) batch`,
      [shard, position],
    );
    if (batch === undefined || batch.count === 0) return;
    yield batch;
    ({ shard, position } = batch);
  }
}

interface Batch {
  readonly count: number;
  readonly shard: number;
  readonly position: number;
  readonly lines: string;
}
