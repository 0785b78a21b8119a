import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/**
 * The workspace in which somebody begins: where they were last with this session, else where they are longest. Undefined
 * for who is a member of none.
 */
const FIND = `
  select m.workspace_id as "workspaceId"
  from memberships m left join sessions s on s.id = $2 and s.workspace_id = m.workspace_id
  where m.account_id = $1
  order by s.id is null, m.created_at, m.workspace_id limit 1`;

@Injectable()
export class FindHome {
  constructor(private readonly database: Database) {}

  async find({ accountId, sessionId }: { readonly accountId: string; readonly sessionId: string }) {
    const [home] = await this.database.query<{ workspaceId: string }>(FIND, [accountId, sessionId]);
    return home?.workspaceId;
  }
}
