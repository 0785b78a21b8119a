import { Database } from '../../dist/libs/platform/src/index.js';
import { todoLists } from '../../dist/libs/projections/src/index.js';
import { ReadModel } from '../../dist/libs/read-model/src/index.js';
import { countDifferences, createIndexes, createTables } from './own-tables.mjs';

const SCHEMA = 'folded_by_sql';

const LISTS = `
  insert into lists (id, workspace_id, name, created_at, removed_at, version)
  select id, workspace_id, names[cardinality(names)], created_at, removals[cardinality(removals)], version
  from (
    select stream_id as id, any_value(workspace_id) as workspace_id,
           array_agg(data ->> 'name') filter (where type in ('ListCreated', 'ListRenamed')) as names,
           min(recorded_at) as created_at,
           array_agg(case type when 'ListRemoved' then recorded_at end)
             filter (where type in ('ListRemoved', 'ListRestored')) as removals,
           max(version) as version
    from (select * from events where type like 'List%' order by stream_id, version) list group by stream_id) folded`;

const TODOS = `
  insert into todos (id, workspace_id, list_id, former_list_ids, title, priority, note, note_version, label_ids, sort_order, created_at, completed_at,
                     due_on, due_time, due_zone, occurrences_over, checklist, item_count, ticked_count, removed_at,
                     version, position, changed_at)
  select id, workspace_id, lists[cardinality(lists)],
         case when lists[1] = all (lists) then '{}' else array(
           select list from unnest(lists) with ordinality moved (list, nth)
           where list <> lists[nth + 1] group by list order by max(nth)) end,
         titles[cardinality(titles)], coalesce(priorities[cardinality(priorities)], 'none'),
         coalesce(notes[cardinality(notes)], ''), coalesce(note_version, 0), '{}', orders[cardinality(orders)], created_at,
         completions[cardinality(completions)],
         (dues[cardinality(dues)] ->> 'dueOn')::date, dues[cardinality(dues)] ->> 'dueTime',
         dues[cardinality(dues)] ->> 'zone', 0, '[]', 0, 0, removals[cardinality(removals)], version,
         position, times[cardinality(times)]
  from (
    select stream_id as id, any_value(workspace_id) as workspace_id,
           array_agg((data ->> 'listId')::uuid) filter (where type in ('TodoAdded', 'TodoMoved')) as lists,
           array_agg(data ->> 'title') filter (where type in ('TodoAdded', 'TodoRenamed')) as titles,
           array_agg(data ->> 'note') filter (where type = 'TodoNoted') as notes,
           max(version) filter (where type = 'TodoNoted') as note_version,
           array_agg(data ->> 'priority') filter (where type = 'TodoPrioritised') as priorities,
           array_agg(data ->> 'order') filter (where type in ('TodoAdded', 'TodoMoved')) as orders,
           min(recorded_at) as created_at,
           array_agg(case type when 'TodoCompleted' then recorded_at end)
             filter (where type in ('TodoCompleted', 'TodoReopened')) as completions,
           array_agg(data) filter (where type in ('TodoScheduled', 'TodoUnscheduled')) as dues,
           array_agg(case type when 'TodoRemoved' then recorded_at end)
             filter (where type in ('TodoRemoved', 'TodoRestored')) as removals,
           max(version) as version, max(position) as position, array_agg(recorded_at) as times
    from (select * from events where type like 'Todo%' order by stream_id, version) todo group by stream_id) folded`;

/**
 * The ceiling: the same tables, with the same indexes, built inside the server. As quick as SQL can be made: sorted once,
 * with as much memory as a replay has, and without waiting for the disk.
 */
export function foldingBySql({ url, logger, owner }) {
  const options = { searchPath: `${SCHEMA},public`, durable: false, patient: true };
  const database = new Database({ url, logger, name: 'bench', max: 1, ...options });
  const readModel = new ReadModel(database);
  return {
    async run() {
      await createTables(owner, readModel, SCHEMA);
      await database.query(`set enable_seqscan = on; set work_mem = '64MB'`);
      const begun = performance.now();
      await database.query(LISTS);
      await database.query(TODOS);
      for (const { table, select } of todoLists.summaries) {
        await database.query(`insert into ${table.name} ${select}`);
      }
      await createIndexes(readModel);
      return (performance.now() - begun) / 1_000;
    },
    differences: () => countDifferences(owner, SCHEMA),
    close: () => database.close(),
  };
}
