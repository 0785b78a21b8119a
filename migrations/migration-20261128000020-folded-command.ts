import { Migration } from '@mikro-orm/migrations';

/**
 * A checkpoint also names the command whose event it has folded last: a log that was put back from an older backup does not
 * hold it, however far it has grown since. Checkpoints of the version before name none until the next event.
 *
 * Not breaking.
 */
export class Migration20261128000020_FoldedCommand extends Migration {
  override up(): void {
    this.addSql(`alter table checkpoints add column command_id uuid`);
  }
}
