const TODOS_IN_A_LIST = 100;

/** The time of the first events. */
export const START = '2026-01-01T00:00:00Z';

/** What becomes of a to-do: lives of ten events, each of which the domain allows. */
const LIVES = [
  'Added Renamed Completed Reopened Moved Renamed Completed Reopened Moved Completed',
  'Added Moved Completed Reopened Renamed Moved Completed Removed Restored Reopened',
  'Added Renamed Moved Renamed Completed Reopened Completed Reopened Completed Removed',
  'Added Moved Moved Renamed Completed Reopened Moved Renamed Renamed Moved',
].map((life) => life.split(' ').map((happened) => `Todo${happened}`));

/** A database whose log is filled. */
export async function createFilled({ server, started, progress }, name, log) {
  const database = started(await server.createDatabase(name));
  progress(`filling ${name}`, 0, log.events);
  await fillLog(database.owner, log);
  return database;
}

/**
 * Fills the log as if it had been used for long: ten events for each to-do, with much else happening between them, and a
 * list for every hundred to-dos. As the owner and set-based, because it is not what is measured.
 *
 * @param workspaces each in the next shard; one is a household, whose whole log is in one shard
 */
async function fillLog(database, { events, workspaces }) {
  const todos = events / 10;
  const lists = Math.max(workspaces, todos / TODOS_IN_A_LIST);
  await database.query(`
    create table filling_lists as
    select nth, uuidv7() as id, workspace, (nth % ${workspaces} % 64)::smallint as shard
    from generate_series(0, ${lists - 1}) nth
    join (select n, uuidv7() as workspace from generate_series(0, ${workspaces - 1}) n) w on n = nth % ${workspaces}`);
  await database.query(`
    create table filling_todos as
    select n, uuidv7() as id, n % ${lists} as list, random() * ${todos / 20} as pace
    from generate_series(0, ${todos - 1}) n`);
  await insertEvents(
    database,
    `select id, 1 as version, 'ListCreated' as happened, workspace, shard, 0 as minute,
            jsonb_build_object('name', 'List ' || nth) as data
     from filling_lists`,
  );
  await insertEvents(
    database,
    // What is moved in the second half of its life goes to the next list of its workspace.
    `select todo.id, version, happened, workspace, shard, n + (version - 1) * pace as minute,
            case happened
              when 'TodoAdded' then jsonb_build_object('listId', list.id, 'title', 'To-do ' || n, 'order', 'a' || n)
              when 'TodoRenamed' then jsonb_build_object('title', 'To-do ' || n || ', renamed at ' || version)
              when 'TodoMoved' then jsonb_build_object('listId', list.id, 'order', 'b' || n)
              else '{}'
            end as data
     from filling_todos todo
     cross join generate_series(1, 10) version
     cross join lateral (select ($1::text[])[n % ${LIVES.length} + 1][version] as happened) life
     join filling_lists list on nth = (todo.list + case when version > 5 then ${workspaces} else 0 end) % ${lists}`,
    [LIVES],
  );
  await database.query('drop table filling_todos, filling_lists');
  await database.query('vacuum analyze events');
}

/**
 * Inserts what a statement selects: id, version, happened, workspace, shard, minute and data of each event.
 *
 * The times have no microseconds, because dates in JavaScript have none and rows are to be compared.
 */
export async function insertEvents(database, events, values = []) {
  await database.query(
    `insert into events (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                         correlation_id, causation_id, data, recorded_at)
     select shard, id, version, happened, 1, workspace, workspace, command, command, command, data,
            date_trunc('milliseconds', timestamptz '${START}' + minute * interval '1 minute')
     from (select *, uuidv7() as command from (${events}) events) events order by minute`,
    values,
  );
}
