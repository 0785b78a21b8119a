import { Injectable } from '@nestjs/common';
import type { PostgresPool } from 'kysely';
import { Database } from '#libs/platform';
import { currentReading } from './current-reading.js';
import { createOrm } from './orm.js';
import { PreparingPool } from './preparing-pool.js';
import type { Connected, Tables } from './read-model.js';

/**
 * The read tables for what is only shown: while a page is read, they may be the replica's. What decides something, or reads
 * the log, takes `ReadModel`.
 */
@Injectable()
export class PageReadModel {
  readonly kysely: Connected;
  private readonly orm;

  constructor(database: Database) {
    this.orm = createOrm(database, new ChoosingPool(new PreparingPool(database.pool)));
    this.kysely = this.orm.em.getKysely<Tables>();
  }
}

/** Gives every statement of a page the connection that was chosen for it. */
class ChoosingPool implements PostgresPool {
  readonly options = {};

  constructor(private readonly primary: PreparingPool) {}

  async connect() {
    return (await currentReading.getStore()?.connection()) ?? (await this.primary.connect());
  }

  async end(): Promise<void> {
    await this.primary.end();
  }
}
