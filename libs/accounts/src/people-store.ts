import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import { Database } from '#libs/platform';
import { accounts } from './entities/account.js';
import { accountLinks } from './entities/account-link.js';
import { apiTokens } from './entities/api-token.js';
import { auditEntries } from './entities/audit-entry.js';
import { CREDENTIALS } from './entities/credentials.js';
import { identityFlows } from './entities/identity-flow.js';
import { identities, identityOffers } from './entities/identity.js';
import { invitations } from './entities/invitation.js';
import { knownBrowsers } from './entities/known-browser.js';
import { memberships } from './entities/membership.js';
import { sessions } from './entities/session.js';
import { workspaces } from './entities/workspace.js';

export const ENTITIES = [
  ...CREDENTIALS,
  accounts,
  accountLinks,
  apiTokens,
  auditEntries,
  identities,
  identityFlows,
  identityOffers,
  invitations,
  knownBrowsers,
  memberships,
  sessions,
  workspaces,
] as const;

/** The tables about people, for units of work: what is changed in one is written together, in one transaction. */
@Injectable()
export class PeopleStore {
  private orm: MikroORM | undefined;

  constructor(private readonly database: Database) {}

  /** For reading. */
  get manager(): EntityManager {
    this.orm ??= this.discover();
    return this.orm.em.fork();
  }

  async change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return await this.manager.transactional(work);
  }

  /** When it is first needed: it would be a sixth of what web takes to start. */
  private discover(): MikroORM {
    return new MikroORM({
      entities: [...ENTITIES],
      dbName: this.database.name,
      driverOptions: new PostgresDialect({ pool: this.database.pool }),
    });
  }
}
