import type { Queryable } from '#libs/platform';

export interface ListedAccount {
  readonly email: string;
  readonly name: string;
  readonly isInstanceOwner: boolean;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  /** When one of their browsers was here last; null if none is signed in. */
  readonly lastUsedAt: Date | null;
  /** How many they are a member of. */
  readonly workspaces: number;
}

/** Everybody who has an account, by their addresses. */
export async function listAccounts(database: Queryable): Promise<readonly ListedAccount[]> {
  return await database.query<ListedAccount>(`
    select email, name, is_instance_owner as "isInstanceOwner", created_at as "createdAt", disabled_at as "disabledAt",
           (select max(last_used_at) from sessions s where s.account_id = a.id) as "lastUsedAt",
           (select count(*) from memberships m where m.account_id = a.id) as workspaces
    from accounts a order by lower(email)`);
}
