import type { Queryable } from '#libs/platform';
import type { Role } from '../entities/membership.js';

export interface ListedWorkspace {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly createdAt: Date;
}

/** All workspaces, oldest first. */
export async function listWorkspaces(database: Queryable): Promise<readonly ListedWorkspace[]> {
  return await database.query<ListedWorkspace>(`
    select id, name, created_at as "createdAt",
           (select count(*) from memberships m where m.workspace_id = w.id) as members
    from workspaces w order by created_at, id`);
}

export interface ListedMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly since: Date;
  readonly isDisabled: boolean;
}

/** Those who are in a workspace; undefined if there is none with this id. */
export async function listMembers(
  database: Queryable,
  workspaceId: string,
): Promise<readonly ListedMember[] | undefined> {
  const [found] = await database.query('select from workspaces where id = $1', [workspaceId]);
  if (found === undefined) return undefined;
  return await database.query<ListedMember>(
    `select a.email, a.name, m.role, m.created_at as since, a.disabled_at is not null as "isDisabled"
     from memberships m join accounts a on a.id = m.account_id
     where m.workspace_id = $1 order by lower(a.email)`,
    [workspaceId],
  );
}
