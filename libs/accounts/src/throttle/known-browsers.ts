import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { hashOfSecret } from '../secret.js';

/**
 * What a browser keeps when its session is over, to be known again by: made of the token of the session, so that whoever
 * remembers the one can remember the other. It opens nothing.
 */
export function browserTokenOf(sessionToken: string): string {
  return createHash('sha256').update(`browser of ${sessionToken}`).digest('base64url');
}

/** Whether a row `b` of known browsers still counts: as long as a browser keeps the token. */
export const IS_REMEMBERED = `b.signed_in_at > now() - interval '180 days'`;

/** Browsers in which somebody has signed in before. */
@Injectable()
export class KnownBrowsers {
  constructor(private readonly database: Database) {}

  /** Which of the tokens of a browser is of this account; undefined for a stranger's, or when there is no such account. */
  async find(email: string, tokens: readonly string[]): Promise<string | undefined> {
    if (tokens.length === 0) return undefined;
    const rows = await this.database.query<{ nth: number }>(FIND, [email, tokens.map(hashOfSecret)]);
    return tokens[(rows[0]?.nth ?? 0) - 1];
  }
}

const FIND = `
  select token.nth from unnest($2::bytea[]) with ordinality token (hash, nth)
  join known_browsers b on b.token_hash = token.hash and ${IS_REMEMBERED}
  join accounts a on a.id = b.account_id
  where lower(a.email) = $1 order by token.nth limit 1`;
