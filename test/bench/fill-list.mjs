import { DEFAULT_WORKSPACE } from '../../dist/libs/event-store/src/index.js';
import { insertEvents, START } from './fill-log.mjs';

const DAY_MINUTES = 24 * 60;

/**
 * One list with this many to-dos: all of them added on the first day and renamed on the second one. Answers a moment
 * before all of the renames, and one after them.
 */
export async function fillList(database, todos) {
  const [{ id: listId }] = await database.query('select uuidv7() as id');
  const workspace = `(select id as workspace, shard from workspaces where id = '${DEFAULT_WORKSPACE}') workspace`;
  await insertEvents(
    database,
    `select $1::uuid as id, 1 as version, 'ListCreated' as happened, workspace, shard, 0 as minute,
            '{"name": "A long list"}'::jsonb as data
     from ${workspace}`,
    [listId],
  );
  await insertEvents(
    database,
    `select todo.id, version, case version when 1 then 'TodoAdded' else 'TodoRenamed' end as happened, workspace, shard,
            version * ${DAY_MINUTES} as minute,
            case version
              when 1 then jsonb_build_object('listId', $1::uuid, 'title', 'To-do ' || n, 'order', 'a' || n)
              else jsonb_build_object('title', 'To-do ' || n || ', renamed')
            end as data
     from (select n, uuidv7() as id from generate_series(1, ${todos}) n) todo
     cross join generate_series(1, 2) version
     cross join ${workspace}`,
    [listId],
  );
  await database.query('vacuum analyze events');
  const after = (days) => new Date(new Date(START).getTime() + days * DAY_MINUTES * 60_000);
  return { listId, changedSince: after(1.5), unchangedSince: after(3) };
}
