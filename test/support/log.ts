import { randomUUID } from 'node:crypto';
import { Appender, DEFAULT_WORKSPACE, StreamReader, Workspaces, type Append } from '#libs/event-store';
import { createLogger, Database, type DatabaseRole, type Queryable } from '#libs/platform';
import { SEARCH_PATH } from '#libs/read-model';
import { SOMEBODY } from './somebody.mjs';

export const silent = createLogger('test', { logLevel: 'silent', production: true });

/**
 * A pool with the rights of a process, and its limits of time; without a role as the owner, who fills tables and waits as
 * long as it takes.
 */
export function openDatabase(url: string, role?: DatabaseRole, max = 10): Database {
  return new Database({
    url,
    name: 'test',
    logger: silent,
    max,
    searchPath: SEARCH_PATH,
    ...(role ? { role } : { patient: true }),
  });
}

/** The log as the web process has it. */
export function openLog(url: string) {
  const database = openDatabase(url, 'garbanzo_web');
  return {
    database,
    appender: new Appender(database),
    reader: new StreamReader(database),
    workspaces: new Workspaces(database),
    close: () => database.close(),
  };
}

/** The shard of the workspace that there always is, whose id leads to it. */
export const SHARD = 46;

/** The id of a workspace in a shard; `createWorkspaces` makes those that are not there from the beginning. */
export function workspaceIn(shard: number): string {
  const number = String(shard).padStart(12, '0');
  return shard === SHARD ? DEFAULT_WORKSPACE : `00000000-0000-7000-8001-${number}`;
}

/** Workspaces in these shards, for what is appended there. */
export async function createWorkspaces(owner: Queryable, shards: readonly number[]): Promise<void> {
  for (const shard of shards) await createWorkspace(owner, workspaceIn(shard), shard);
}

/** A workspace in which somebody may write, if there is anybody. */
export async function createWorkspace(owner: Queryable, id: string, shard: number): Promise<void> {
  await owner.query('insert into workspaces (id, shard) values ($1, $2) on conflict do nothing', [id, shard]);
  await owner.query(
    `insert into memberships (account_id, workspace_id, role) select id, $1, 'owner' from accounts where id = $2
     on conflict do nothing`,
    [id, SOMEBODY.accountId],
  );
}

export type Changes = Partial<Omit<Append, 'expected'>> & { readonly expected?: number };

/** An append of one event to a stream that is to begin, unless told otherwise. */
export function anAppend({ expected: version = 0, ...changes }: Changes = {}): Append {
  const commandId = changes.commandId ?? randomUUID();
  return {
    shard: SHARD,
    streamId: randomUUID(),
    expected: { version, commandId: undefined },
    lookedAt: new Map(),
    workspaceId: workspaceIn(changes.shard ?? SHARD),
    actorId: SOMEBODY.accountId,
    commandId,
    correlationId: randomUUID(),
    causationId: commandId,
    traceparent: undefined,
    events: [{ type: 'ListCreated', schemaVersion: 1, data: { name: 'Home' } }],
    ...changes,
  };
}
