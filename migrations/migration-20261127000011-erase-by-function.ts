import { Migration } from '@mikro-orm/migrations';

/**
 * A delete that is written by hand is refused, whoever writes it. Until now a setting let it pass, and anybody can set a
 * setting; now the trigger looks who called it. It is asked once for each statement rather than for each row.
 *
 * Not breaking.
 */
export class Migration20261127000011_EraseByFunction extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function refuse_change() returns trigger language plpgsql as $$
      declare
        callers text;
      begin
        get diagnostics callers = pg_context;
        if tg_op <> 'DELETE' or callers !~ '\\merase_events\\(uuid,smallint\\[\\]\\)' then
          raise exception 'events are never changed or removed (% on %)', tg_op, tg_table_name
            using errcode = 'insufficient_privilege';
        end if;
        return null;
      end
      $$`);
    this.addSql(`
      create or replace trigger events_refuse_change before update or delete on events
      for each statement execute function refuse_change()`);
    this.addSql(`
      create or replace function erase_events(of_workspace uuid, of_shards smallint[]) returns bigint language plpgsql as $$
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
        delete from events where shard = any (of_shards) and workspace_id = of_workspace;
        get diagnostics erased = row_count;
        return erased;
      end
      $$`);
  }
}
