import { Injectable } from '@nestjs/common';
import { Batcher, Database } from '#libs/platform';
import type { Role } from './entities/membership.js';
import type { MemberOf, Principal, Settings } from './principal.js';
import { hashOfSecret } from './secret.js';
import { IS_LIVE } from './session-life.js';

/** How a request shows who sends it, and where it wants to go. */
export interface Asking {
  readonly token: string;
  readonly workspaceId: string | undefined;
}

/** One statement at a time: those who ask meanwhile share the next one. */
const LIMITS = { batch: 128, calls: 1 };

/**
 * Finds out who asks, and what they may do in a workspace. It is read anew for each request, from the tables that are
 * written: what has been taken from somebody is gone at once.
 */
@Injectable()
export class FindPrincipal {
  private readonly asking = new Batcher<Asking, Row>((all) => this.read(all), LIMITS);

  constructor(private readonly database: Database) {}

  /** @returns undefined for who is not signed in (any more) */
  async find(asking: Asking): Promise<Principal | undefined> {
    const row = await this.asking.add(asking);
    if (!isSignedIn(row)) return undefined;
    const workspace = workspaceOf(row);
    if (row.isToBeTouched) this.touch(row.sessionId, workspace);
    const { accountId, sessionId, name, isInstanceOwner } = row;
    return { accountId, sessionId, name, isInstanceOwner, settings: settingsOf(row), workspace };
  }

  private async read(all: readonly Asking[]): Promise<Row[]> {
    const hashes = all.map(({ token }) => hashOfSecret(token));
    return await this.database.query<Row>(FIND, [hashes, all.map(({ workspaceId }) => workspaceId ?? null)]);
  }

  /** At most once a minute, and nobody waits for it. If it fails, it is done at the next request. */
  private touch(sessionId: string, workspace: MemberOf | undefined): void {
    void this.database.query(TOUCH, [sessionId, workspace?.id ?? null]).catch(() => undefined);
  }
}

const FIND = `
  select a.id as "accountId", s.id as "sessionId", a.name, a.is_instance_owner as "isInstanceOwner",
         a.language, a.time_zone as "timeZone", a.first_day as "firstDay", a.theme, a.letter_keys as "letterKeys",
         w.id as "workspaceId", w.name as "workspaceName", m.role,
         s.last_used_at < now() - interval '1 minute' or s.workspace_id is distinct from coalesce(w.id, s.workspace_id)
           as "isToBeTouched"
  from unnest($1::bytea[], $2::uuid[]) with ordinality asking (token_hash, workspace_id, nth)
  left join sessions s on s.token_hash = asking.token_hash and ${IS_LIVE}
  left join accounts a on a.id = s.account_id and a.disabled_at is null
  left join memberships m on m.account_id = a.id and m.workspace_id = asking.workspace_id
  left join workspaces w on w.id = m.workspace_id
  order by asking.nth`;

const TOUCH = `update sessions set last_used_at = now(), workspace_id = coalesce($2, workspace_id) where id = $1`;

interface SignedIn extends Settings {
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly isInstanceOwner: boolean;
  readonly isToBeTouched: boolean;
  readonly workspaceId: string | null;
  readonly workspaceName: string;
  readonly role: Role;
}

type Row = SignedIn | { readonly accountId: null };

function isSignedIn(row: Row): row is SignedIn {
  return row.accountId !== null;
}

function workspaceOf({ workspaceId, workspaceName, role }: SignedIn): MemberOf | undefined {
  return workspaceId === null ? undefined : { id: workspaceId, name: workspaceName, role };
}

function settingsOf({ language, timeZone, firstDay, theme, letterKeys }: SignedIn): Settings {
  return { language, timeZone, firstDay, theme, letterKeys };
}
