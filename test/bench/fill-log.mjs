const WORKSPACES = 100;

/**
 * Fills the log as if it had been used for long: ten events for each to-do of many workspaces. As the owner and
 * set-based, because it is not what is measured.
 */
export async function fillLog(database, events) {
  const todos = events / 10;
  await database.query(
    'create temporary table filling (n int, id uuid, workspace uuid, shard smallint, list uuid)',
  );
  await database.query(
    `insert into filling
     select n, uuidv7(), w.id, w.shard, w.list
     from generate_series(1, $1) n
     join (select row_number() over () - 1 as nth, uuidv7() as id, (g % 64)::smallint as shard, uuidv7() as list
           from generate_series(0, ${WORKSPACES - 1}) g) w on w.nth = n % ${WORKSPACES}`,
    [todos],
  );
  await database.query(`
    insert into events (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                        correlation_id, causation_id, data)
    select shard, filling.id, version, case version when 1 then 'TodoAdded' else 'TodoRenamed' end, 1, workspace, workspace, c.id,
           c.id, c.id,
           case version when 1 then jsonb_build_object('listId', list, 'title', 'To-do ' || n, 'order', 'a0')
                        else jsonb_build_object('title', 'To-do ' || n || ' v' || version) end
    from filling cross join generate_series(1, 10) version cross join lateral (select uuidv7() as id where n > 0) c
    order by version, n`);
  await database.query('drop table filling');
  await database.query('vacuum analyze events');
}
