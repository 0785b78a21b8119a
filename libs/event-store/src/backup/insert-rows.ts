import type { Queryable } from '#libs/platform';
import { UnreadableBackupError, type BackupHeader } from './backup-format.js';
import { listOf, type KeptTable } from './kept-table.js';

/** How rows of each kind are written: as JSON, many at a time. */
type Insert = (transaction: Queryable, rows: string) => Promise<unknown>;
export type Inserts = ReadonlyMap<string, Insert>;

/** @throws UnreadableBackupError if the backup holds a table that this version does not know */
export function insertsOf(header: BackupHeader, tables: readonly KeptTable[]): Inserts {
  const known = new Map(tables.map((table) => [table.name, table]));
  const inserts = Object.entries(header.tables).map(([name, { columns }]) => {
    const table = known.get(name);
    if (table === undefined) {
      throw new UnreadableBackupError(
        `The backup holds ${name}, which this version does not know. Use the version that wrote it (${header.version}), or a later one.`,
      );
    }
    return [name, insertingInto(table, columns)] satisfies [string, Insert];
  });
  return new Map<string, Insert>([['workspace', insertWorkspaces], ['event', insertEvents], ...inserts]);
}

/** A column that the backup does not have yet gets its default; one that this version does not have any more is left out. */
function insertingInto(table: KeptTable, written: readonly string[]) {
  const columns = listOf(table.columns.filter((column) => written.includes(column)));
  return (transaction: Queryable, rows: string) =>
    transaction.query(
      `insert into "${table.name}" (${columns})
       select ${columns} from json_populate_recordset(null::"${table.name}", $1)`,
      [rows],
    );
}

/**
 * The migrations have created the default workspace, possibly in another shard than the one in the backup.
 */
async function insertWorkspaces(transaction: Queryable, rows: string): Promise<void> {
  await transaction.query(
    `insert into workspaces (id, shard, name, created_at)
     select id, shard, name, created_at from json_populate_recordset(null::workspaces, $1)
     on conflict (id) do update
     set shard = excluded.shard, name = excluded.name, created_at = excluded.created_at`,
    [rows],
  );
}

async function insertEvents(transaction: Queryable, rows: string): Promise<void> {
  const columns = `shard, position, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                   correlation_id, causation_id, traceparent, data, recorded_at`;
  await transaction.query(
    `insert into events (${columns}) select ${columns} from json_populate_recordset(null::events, $1)`,
    [rows],
  );
}
