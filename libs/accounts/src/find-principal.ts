import { Injectable } from '@nestjs/common';
import { Batcher, Database } from '#libs/platform';
import { KNOWN_COLUMNS, knownOf, type KnownRow } from './known-row.js';
import type { SignedIn } from './principal.js';
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
  async find(asking: Asking): Promise<SignedIn | undefined> {
    const row = await this.asking.add(asking);
    if (row.accountId !== null && row.isToBeTouched) this.touch(row);
    return signedIn(row);
  }

  /** The same, where nobody asks for anything: it does not count as a use of the session. */
  async look(asking: Asking): Promise<SignedIn | undefined> {
    return signedIn(await this.asking.add(asking));
  }

  private async read(all: readonly Asking[]): Promise<Row[]> {
    const hashes = all.map(({ token }) => hashOfSecret(token));
    return await this.database.query<Row>(FIND, [hashes, all.map(({ workspaceId }) => workspaceId ?? null)]);
  }

  /** At most once a minute, and nobody waits for it. If it fails, it is done at the next request. */
  private touch({ sessionId, workspaceId }: SessionRow): void {
    void this.database.query(TOUCH, [sessionId, workspaceId]).catch(() => undefined);
  }
}

function signedIn(row: Row): SignedIn | undefined {
  return row.accountId === null ? undefined : { ...knownOf(row), sessionId: row.sessionId };
}

const FIND = `
  select s.id as "sessionId", ${KNOWN_COLUMNS},
         s.last_used_at < now() - interval '1 minute' or s.workspace_id is distinct from coalesce(w.id, s.workspace_id)
           as "isToBeTouched"
  from unnest($1::bytea[], $2::uuid[]) with ordinality asking (token_hash, workspace_id, nth)
  left join sessions s on s.token_hash = asking.token_hash and ${IS_LIVE}
  left join accounts a on a.id = s.account_id and a.disabled_at is null
  left join memberships m on m.account_id = a.id and m.workspace_id = asking.workspace_id
  left join workspaces w on w.id = m.workspace_id
  order by asking.nth`;

const TOUCH = `update sessions set last_used_at = now(), workspace_id = coalesce($2, workspace_id) where id = $1`;

interface SessionRow extends KnownRow {
  readonly sessionId: string;
  readonly isToBeTouched: boolean;
}

type Row = SessionRow | { readonly accountId: null };
