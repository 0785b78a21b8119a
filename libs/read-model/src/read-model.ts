import { Injectable } from '@nestjs/common';
import type { InferKyselyDB } from '@mikro-orm/sql';
import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import { Database } from '#libs/platform';
import { createOrm, type Entities } from './orm.js';

/** What statements are checked against: the tables as their entities describe them, with the names of PostgreSQL. */
export type Tables = InferKyselyDB<Entities>;

/** What statements can be sent to: the pool, or one open transaction. */
export type Connected = Kysely<Tables>;

export type Transaction = KyselyTransaction<Tables>;

/** The tables made for reading, of this process. */
@Injectable()
export class ReadModel {
  readonly kysely: Connected;
  private readonly orm;

  constructor(database: Database) {
    this.orm = createOrm(database);
    // Rows as the driver gives them: making entities of them takes three times as long for a page, and translating the
    // names of their columns fifteen times.
    this.kysely = this.orm.em.getKysely<Tables>();
  }
}
