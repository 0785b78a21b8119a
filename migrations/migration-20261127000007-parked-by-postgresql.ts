import { Migration } from '@mikro-orm/migrations';

/**
 * A stream may also wait because PostgreSQL refuses a row that its events make: then it says with which SQLSTATE.
 *
 * Not breaking.
 */
export class Migration20261127000007_ParkedByPostgresql extends Migration {
  override up(): void {
    this.addSql(`alter table parked_streams add column sqlstate text`);
  }
}
