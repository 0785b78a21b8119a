import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '#libs/platform';

/** Something that was recorded. Names are those of today; null for who has left, or was never known. */
export interface AuditRecord {
  readonly id: string;
  readonly at: Date;
  /** One of `Audited`, or of those that a newer version knows. */
  readonly what: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly workspaceId: string | null;
  readonly workspaceName: string | null;
  /** From where it was done. */
  readonly address: string | null;
  readonly details: Readonly<Record<string, string>>;
}

/** Which entries are asked for: those that have all of this. */
export interface AuditQuestion {
  /** Of whom: what they did, and what was done to them. */
  readonly accountId?: string | undefined;
  readonly workspaceId?: string | undefined;
  readonly since?: Date | undefined;
  /** The last entry of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditRecord[];
  readonly hasMore: boolean;
}

/** What is recorded about access. Their ids are in the order of time. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  read(question: AuditQuestion): Promise<AuditPage> {
    return readAudit(this.database, question);
  }
}

export async function readAudit(database: Queryable, question: AuditQuestion): Promise<AuditPage> {
  const { accountId, workspaceId, since, before, limit } = question;
  const found = await database.query<AuditRecord>(accountId === undefined ? ALL : OF_ACCOUNT, [
    workspaceId ?? null,
    since ?? null,
    before ?? null,
    limit + 1,
    ...(accountId === undefined ? [] : [accountId]),
  ]);
  return { entries: found.slice(0, limit), hasMore: found.length > limit };
}

const asked = (entries: string, condition = 'true') => `
  select * from audit_entries ${entries}
  where ${condition} and ($1::uuid is null or workspace_id = $1) and ($2::timestamptz is null or at >= $2)
    and ($3::uuid is null or id < $3)
  order by id desc limit $4`;

const named = (entries: string) => `
  select e.id, e.at, e.what, e.actor_id as "actorId", actor.name as "actorName", e.account_id as "accountId",
         account.name as "accountName", e.workspace_id as "workspaceId", w.name as "workspaceName", e.address, e.details
  from (${entries}) e
  left join accounts actor on actor.id = e.actor_id
  left join accounts account on account.id = e.account_id
  left join workspaces w on w.id = e.workspace_id
  order by e.id desc limit $4`;

const ALL = named(asked('e'));

/** Two questions with an index each: one about either would read all of the trail. */
const OF_ACCOUNT = named(
  `(${asked('done', 'actor_id = $5')}) union (${asked('suffered', 'account_id = $5')})`,
);
