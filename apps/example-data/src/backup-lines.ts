import { hashPassword } from '#libs/accounts';
import { BACKUP_FORMAT, DEFAULT_WORKSPACE, type BackupHeader } from '#libs/event-store';
import type { Entry } from './journal.js';
import { PASSWORD, PEOPLE, ZONE } from './people.js';

/** Any does. */
const SHARD = 7;

/** The year as the lines of a backup, which can be put into an empty database. */
export async function* backupLines(entries: readonly Entry[], version: string): AsyncGenerator<string> {
  const [first] = entries;
  if (first === undefined) throw new Error('Nothing has happened');
  const begun = first.recordedAt.toISOString();
  const tables = { accounts: await accountRows(begun), memberships: membershipRows(begun) };
  const header: BackupHeader = {
    garbanzo: 'backup',
    format: BACKUP_FORMAT,
    version,
    takenAt: new Date().toISOString(),
    workspaces: 1,
    events: entries.length,
    lastPosition: entries.length,
    tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, describe(rows)])),
  };
  yield JSON.stringify(header);
  yield line('workspace', { id: DEFAULT_WORKSPACE, shard: SHARD, name: 'Home', created_at: begun });
  for (const [name, rows] of Object.entries(tables)) for (const row of rows) yield line(name, row);
  for (const entry of entries) yield line('event', eventRow(entry));
}

type Row = Readonly<Record<string, unknown>>;

const line = (kind: string, row: Row) => JSON.stringify({ [kind]: row });

const describe = (rows: readonly Row[]) => ({ rows: rows.length, columns: Object.keys(rows[0] ?? {}) });

async function accountRows(begun: string): Promise<Row[]> {
  const passwordHash = await hashPassword(PASSWORD);
  return PEOPLE.map(({ id, name, email, role }) => ({
    id,
    name,
    email,
    password_hash: passwordHash,
    is_instance_owner: role === 'owner',
    language: 'browser',
    time_zone: ZONE,
    first_day: 1,
    theme: 'system',
    letter_keys: true,
    created_at: begun,
  }));
}

function membershipRows(begun: string): Row[] {
  return PEOPLE.map(({ id, role }) => ({
    account_id: id,
    workspace_id: DEFAULT_WORKSPACE,
    role,
    created_at: begun,
  }));
}

function eventRow({ event, by, commandId, ...entry }: Entry): Row {
  return {
    shard: SHARD,
    position: entry.position,
    stream_id: entry.streamId,
    version: entry.version,
    type: event.type,
    schema_version: entry.schemaVersion,
    workspace_id: DEFAULT_WORKSPACE,
    actor_id: by.id,
    command_id: commandId,
    correlation_id: commandId,
    causation_id: commandId,
    traceparent: null,
    data: event.data,
    recorded_at: entry.recordedAt.toISOString(),
  };
}
