import { Injectable } from '@nestjs/common';
import type { InferKyselyDB } from '@mikro-orm/sql';
import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import { Database } from '#libs/platform';
import { createOrm, type Entities } from './orm.js';

/**
 * The tables as their entities describe them, with their names in PostgreSQL. Statements are type-checked
 * against this.
 */
export type Tables = InferKyselyDB<Entities>;

/** Runs statements on the pool or in one open transaction. */
export type Connected = Kysely<Tables>;

export type Transaction = KyselyTransaction<Tables>;

/** Gives access to the read tables of the primary. */
@Injectable()
export class ReadModel {
  readonly kysely: Connected;
  private readonly orm;

  constructor(readonly database: Database) {
    this.orm = createOrm(database);
    // Rows are used as the driver returns them: for a page, converting them to entities takes three times as
    // long, and letting MikroORM translate column names fifteen times.
    this.kysely = this.orm.em.getKysely<Tables>();
  }
}
