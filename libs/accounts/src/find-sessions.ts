import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { IS_LIVE } from './session-life.js';

/** Where somebody is signed in. */
export interface LiveSession {
  readonly id: string;
  /** A User-Agent. */
  readonly device: string;
  /** Of the network from which it was begun. */
  readonly address: string;
  readonly createdAt: Date;
  /** To a minute. */
  readonly lastUsedAt: Date;
}

const FIND = `
  select s.id, s.device, s.address, s.created_at as "createdAt", s.last_used_at as "lastUsedAt"
  from sessions s where s.account_id = $1 and ${IS_LIVE}
  order by s.last_used_at desc, s.id limit 200`;

@Injectable()
export class FindSessions {
  constructor(private readonly database: Database) {}

  /** Those that were used last come first. */
  async of(accountId: string): Promise<readonly LiveSession[]> {
    return await this.database.query<LiveSession>(FIND, [accountId]);
  }
}
