import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { MemberOf, Principal } from './principal.js';

const FIND = `
  select w.id, w.name, m.role
  from memberships m join workspaces w on w.id = m.workspace_id
  where m.account_id = $1 and ($2::uuid[] is null or m.workspace_id = any ($2))
  order by m.created_at, w.id`;

/** The workspaces that somebody is a member of; for a token, those that it is meant for. */
@Injectable()
export class FindWorkspaces {
  constructor(private readonly database: Database) {}

  async find({ accountId, token }: Pick<Principal, 'accountId' | 'token'>): Promise<readonly MemberOf[]> {
    return await this.database.query<MemberOf>(FIND, [accountId, token?.workspaceIds ?? null]);
  }
}
