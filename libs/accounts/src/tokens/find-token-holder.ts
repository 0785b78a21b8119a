import { Injectable } from '@nestjs/common';
import { Batcher, Database } from '#libs/platform';
import type { TokenAccess } from '../entities/api-token.js';
import type { Asking } from '../find-principal.js';
import { KNOWN_COLUMNS, knownOf, type KnownRow } from '../known-row.js';
import type { TokenHolder } from '../principal.js';
import { hashOfSecret } from '../secret.js';

/** One statement at a time: those who ask meanwhile share the next one. */
const LIMITS = { batch: 128, calls: 1 };

/**
 * Finds out in whose name a program asks, and what it may do in a workspace: nothing in one for which its token is not meant.
 * It is read anew for each request, as for those who are signed in.
 */
@Injectable()
export class FindTokenHolder {
  private readonly asking = new Batcher<Asking, Row>((all) => this.read(all), LIMITS);

  constructor(private readonly database: Database) {}

  /** @returns undefined for a token that is not valid (any more) */
  async find(asking: Asking): Promise<TokenHolder | undefined> {
    const row = await this.asking.add(asking);
    if (row.accountId !== null && row.isToBeTouched) this.touch(row);
    return holder(row);
  }

  /** The same, where nobody asks for anything: it does not count as a use of the token. */
  async look(asking: Asking): Promise<TokenHolder | undefined> {
    return holder(await this.asking.add(asking));
  }

  private async read(all: readonly Asking[]): Promise<Row[]> {
    const hashes = all.map(({ token }) => hashOfSecret(token));
    return await this.database.query<Row>(FIND, [hashes, all.map(({ workspaceId }) => workspaceId ?? null)]);
  }

  /** At most once a minute, and nobody waits for it. If it fails, it is done at the next request. */
  private touch({ tokenId }: TokenRow): void {
    void this.database.query(TOUCH, [tokenId]).catch(() => undefined);
  }
}

function holder(row: Row): TokenHolder | undefined {
  if (row.accountId === null) return undefined;
  const { tokenId: id, tokenName: name, access, workspaceIds, expiresAt } = row;
  return { ...knownOf(row), token: { id, name, access, workspaceIds, expiresAt } };
}

/** By the clock of the database. */
const FIND = `
  select t.id as "tokenId", t.name as "tokenName", t.access, t.workspace_ids as "workspaceIds",
         t.expires_at as "expiresAt", ${KNOWN_COLUMNS},
         coalesce(t.last_used_at < now() - interval '1 minute', true) as "isToBeTouched"
  from unnest($1::bytea[], $2::uuid[]) with ordinality asking (token_hash, workspace_id, nth)
  left join api_tokens t on t.token_hash = asking.token_hash and t.expires_at > now()
  left join accounts a on a.id = t.account_id and a.disabled_at is null
  left join memberships m on m.account_id = a.id and m.workspace_id = asking.workspace_id
    and (t.workspace_ids is null or m.workspace_id = any (t.workspace_ids))
  left join workspaces w on w.id = m.workspace_id
  order by asking.nth`;

const TOUCH = `update api_tokens set last_used_at = now() where id = $1`;

interface TokenRow extends KnownRow {
  readonly tokenId: string;
  readonly tokenName: string;
  readonly access: TokenAccess;
  readonly workspaceIds: readonly string[] | null;
  readonly expiresAt: Date;
  readonly isToBeTouched: boolean;
}

type Row = TokenRow | { readonly accountId: null };
