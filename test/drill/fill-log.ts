import { DEFAULT_WORKSPACE } from '#libs/event-store';
import type { Database } from '#libs/platform';

/** As if the app had been used for long: a list with to-dos, each added and renamed. Answers the list's id. */
export async function fillLog(
  owner: Database,
  { todos, renames }: { readonly todos: number; readonly renames: number },
): Promise<string> {
  const [list] = await owner.query<{ id: string }>('select uuidv7() as id');
  const listId = list?.id ?? '';
  const columns = `shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id, correlation_id,
                   causation_id, data`;
  await owner.query(
    `insert into events (${columns})
     select shard, $1::uuid, 1, 'ListCreated', 1, id, id, $1, $1, $1, '{"name": "From before"}'
     from workspaces where id = $2`,
    [listId, DEFAULT_WORKSPACE],
  );
  await owner.query(
    `with todos as materialized (select n, uuidv7() as id from generate_series(1, $3::int) n)
     insert into events (${columns})
     select shard, todos.id, version, case version when 1 then 'TodoAdded' else 'TodoRenamed' end, 1,
            workspaces.id, workspaces.id, command.id, command.id, command.id,
            case version when 1 then jsonb_build_object('listId', $1::uuid, 'title', 'To-do ' || n, 'order', 'a0')
                         else jsonb_build_object('title', 'To-do ' || n || ', ' || version) end
     from workspaces, todos, generate_series(1, $4::int) version,
          lateral (select uuidv7() as id where n > 0 and version > 0) command
     where workspaces.id = $2
     order by version, n`,
    [listId, DEFAULT_WORKSPACE, todos, renames + 1],
  );
  return listId;
}
