import { Migration } from '@mikro-orm/migrations';

/**
 * Workspaces that people share: invitations into one, and the wish of an owner that one is erased.
 *
 * Nobody but the owner of the database may delete events. Web asks for it (`request_erasure`, which sees that an owner of
 * the workspace asks, and shuts everybody out at once), and the worker does it (`erase_requested`, which erases nothing that
 * nobody has asked for).
 *
 * Not breaking.
 */
export class Migration20261128000025_InvitationsAndErasures extends Migration {
  override up(): void {
    this.addSql(`
      create table invitations (
        id uuid primary key,
        workspace_id uuid not null references workspaces on delete cascade,
        inviter_id uuid not null references accounts on delete cascade,
        role text not null check (role in ('owner', 'member', 'viewer')),
        -- Whom it was sent to, if it was sent.
        email text,
        -- SHA-256 of the token that only the link has.
        token_hash bytea not null unique,
        is_reusable boolean not null,
        uses int not null default 0,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      )`);
    this.addSql(`create index on invitations (workspace_id)`);
    this.addSql(`create index on invitations (inviter_id)`);
    this.addSql(`grant select, insert, delete, update (uses, revoked_at) on invitations to garbanzo_web`);
    this.addSql(`
      create table erasures (
        workspace_id uuid primary key references workspaces on delete cascade,
        requested_by uuid not null,
        requested_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`grant select on erasures to garbanzo_worker`);
    this.addSql(REQUEST_ERASURE);
    this.addSql(ERASE_REQUESTED);
    this.addSql(`revoke execute on function request_erasure, erase_requested from public`);
    this.addSql(`grant execute on function request_erasure to garbanzo_web`);
    this.addSql(`grant execute on function erase_requested to garbanzo_worker`);
  }
}

/** False, and nothing is done, unless the account owns the workspace. */
const REQUEST_ERASURE = `
  create function request_erasure(of_workspace uuid, by_account uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    -- The lock of everybody who changes who is a member: an owner who is being removed is one no more.
    perform from workspaces where id = of_workspace for no key update;
    if not exists (
      select from memberships m join accounts a on a.id = m.account_id and a.disabled_at is null
      where m.workspace_id = of_workspace and m.account_id = by_account and m.role = 'owner'
    ) then
      return false;
    end if;
    insert into erasures (workspace_id, requested_by) values (of_workspace, by_account) on conflict do nothing;
    delete from invitations where workspace_id = of_workspace;
    delete from memberships where workspace_id = of_workspace;
    return true;
  end
  $$`;

const ERASE_REQUESTED = `
  create function erase_requested(of_workspace uuid, of_shards smallint[]) returns bigint
    language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    erased bigint;
  begin
    if not exists (select from erasures where workspace_id = of_workspace) then
      raise exception 'nobody has asked to erase this workspace' using errcode = 'insufficient_privilege';
    end if;
    erased := erase_events(of_workspace, of_shards);
    delete from workspaces where id = of_workspace;
    return erased;
  end
  $$`;
