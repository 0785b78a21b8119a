import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import { Database } from '#libs/platform';
import { createOrm } from './orm.js';

/** Statements are written as SQL with Kysely's `sql` tag: hydrating entities costs three times as much per page. */
type Tables = Record<string, never>;

/** What statements can be sent to: the pool, or one open transaction. */
export type Connected = Kysely<Tables>;

export type Transaction = KyselyTransaction<Tables>;

/** The tables made for reading, of this process. */
@Injectable()
export class ReadModel {
  readonly kysely: Kysely<Tables>;
  private readonly orm;

  constructor(database: Database) {
    this.orm = createOrm(database);
    this.kysely = this.orm.em.getKysely<Tables>();
  }

  /** For what is written or read entity by entity, outside hot paths: a unit of work of its own. */
  entities(): EntityManager {
    return this.orm.em.fork();
  }
}
