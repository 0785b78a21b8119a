import { Migration } from '@mikro-orm/migrations';

/**
 * An index for what somebody has done, because the audit trail is shown to them.
 *
 * Not breaking: nothing that was there is changed.
 */
export class Migration20261128000027_AuditByActor extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql(`
      create index concurrently if not exists audit_entries_actor_id_id_idx on audit_entries (actor_id, id)`);
  }
}
