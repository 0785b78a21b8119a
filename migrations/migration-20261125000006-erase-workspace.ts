import { Migration } from '@mikro-orm/migrations';

/**
 * The one way in which events leave the log: all of a workspace's, for good. Only the owner may do it, and only through
 * this function; a delete that is written by hand is refused as before.
 *
 * Not breaking.
 */
export class Migration20261125000006_EraseWorkspace extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          -- Set by erase_events alone, and for the time of its delete.
          if old.workspace_id::text = current_setting('garbanzo.erasing', true) then
            return old;
          end if;
        end if;
        raise exception 'events are never changed or removed (% on %)', tg_op, tg_table_name
          using errcode = 'insufficient_privilege';
      end
      $$`);
    this.addSql(`
      create function erase_events(of_workspace uuid, of_shards smallint[]) returns bigint language plpgsql as $$
      declare
        locked smallint;
        erased bigint;
      begin
        -- The delete must see what was appended while this waited for a lock.
        if current_setting('transaction_isolation') <> 'read committed' then
          raise exception 'events are erased at isolation level read committed only';
        end if;
        -- The locks of append_events, in its order: nothing is appended to these shards until this is committed.
        for locked in select distinct of_shard from unnest(of_shards) of_shard order by of_shard loop
          perform pg_advisory_xact_lock(1735549538, locked);
        end loop;
        perform set_config('garbanzo.erasing', of_workspace::text, true);
        delete from events where shard = any (of_shards) and workspace_id = of_workspace;
        get diagnostics erased = row_count;
        perform set_config('garbanzo.erasing', '', true);
        return erased;
      end
      $$`);
    this.addSql(`revoke execute on function erase_events from public`);
  }
}
