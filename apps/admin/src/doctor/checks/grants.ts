import type { Database } from '#libs/platform';
import { PEOPLE_TABLES } from './people-rights.js';
import { orWell, wrong, type Check, type Finding } from '../finding.js';

const [WEB, WORKER] = ['garbanzo_web', 'garbanzo_worker'];
const TABLES = ['events', 'workspaces', 'mikro_orm_migrations'];
const PROGRESS = ['generations', 'checkpoints', 'parked_streams'];
const CHANGES = ['update', 'delete', 'truncate'];

interface Right {
  readonly role: string;
  readonly privilege: string;
  readonly table: string;
  readonly isNeeded: boolean;
}

const rights = (
  roles: readonly string[],
  privileges: readonly string[],
  tables: readonly string[],
  isNeeded: boolean,
) =>
  roles.flatMap((role) =>
    tables.flatMap((table) => privileges.map((privilege): Right => ({ role, privilege, table, isNeeded }))),
  );

const RIGHTS = [
  ...rights([WEB, WORKER], ['select'], [...TABLES, ...PROGRESS], true),
  ...rights([WEB, WORKER], CHANGES, ['events', 'mikro_orm_migrations'], false),
  ...rights([WEB, WORKER], ['insert'], ['mikro_orm_migrations'], false),
  ...rights([WEB], ['insert'], ['workspaces'], true),
  ...rights([WEB], ['delete', 'truncate'], ['workspaces'], false),
  ...rights([WORKER], ['insert', ...CHANGES], ['workspaces'], false),
  ...rights([WEB], ['select', 'insert'], PEOPLE_TABLES.all, true),
  ...rights([WEB], ['update', 'delete'], PEOPLE_TABLES.changed, true),
  ...rights([WEB], CHANGES, PEOPLE_TABLES.appended, false),
  ...rights([WORKER], ['select', 'insert', ...CHANGES], PEOPLE_TABLES.all, false),
  ...rights([WEB, WORKER], ['insert'], ['events'], false),
  ...rights([WORKER], ['insert', 'update', 'delete'], PROGRESS, true),
  ...rights([WEB], ['insert', ...CHANGES], PROGRESS, false),
];

export const grants: Check = {
  name: 'rights',
  async look(database: Database): Promise<readonly Finding[]> {
    // One that cannot be made must not hide what the others find.
    const parts = [checkTables(database), checkAppend(database), checkOthers(database)];
    const settled = await Promise.allSettled(parts);
    const found = settled.flatMap((part) =>
      part.status === 'fulfilled' ? part.value : [notSeen(part.reason)],
    );
    return orWell(
      found,
      'are as narrow as they should be: neither role can change, remove or forge an event, and the worker sees nothing of people',
    );
  },
};

function notSeen(reason: unknown): Finding {
  const why = reason instanceof Error ? reason.message : String(reason);
  return wrong(
    `could not all be looked at: ${why}`,
    'put back what a migration has made and somebody has removed',
  );
}

async function checkTables(database: Database): Promise<Finding[]> {
  const held = await database.query<{ nth: number }>(
    `select nth from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked (role, privilege, name, nth)
     where case when privilege in ('select', 'insert', 'update')
             then has_any_column_privilege(role, 'public.' || name, privilege)
             else has_table_privilege(role, 'public.' || name, privilege) end`,
    [
      RIGHTS.map(({ role }) => role),
      RIGHTS.map(({ privilege }) => privilege),
      RIGHTS.map(({ table }) => table),
    ],
  );
  const isHeld = new Set(held.map(({ nth }) => nth - 1));
  return RIGHTS.flatMap(({ role, privilege, table, isNeeded }, index) => {
    if (isHeld.has(index) === isNeeded) return [];
    return isNeeded
      ? [wrong(`do not let ${role} ${privilege} ${table}`, `grant ${privilege} on ${table} to ${role}`)]
      : [wrong(`let ${role} ${privilege} ${table}`, `revoke ${privilege} on ${table} from ${role}, public`)];
  });
}

/** Who may write to nothing writes by a function, which does it in the name of the log's owner. */
async function checkAppend(database: Database): Promise<Finding[]> {
  const [found] = await database.query<{ isRight: boolean; owner: string }>(
    `select f.prosecdef and f.proowner = t.relowner and f.proconfig::text ~ 'search_path=public, pg_temp' as "isRight",
            quote_ident(o.rolname) as owner
     from pg_proc f, pg_class t join pg_roles o on o.oid = t.relowner
     where f.oid = 'append_events(jsonb)'::regprocedure and t.oid = 'events'::regclass`,
  );
  if (found === undefined || found.isRight) return [];
  const alter = 'alter function append_events';
  return [
    wrong(
      'do not let append_events write for web, and for nobody else',
      `${alter} owner to ${found.owner}; ${alter} security definer set search_path = public, pg_temp`,
    ),
  ];
}

/** What the two need besides: to append, to send and take jobs, to read and make tables. */
async function checkOthers(database: Database): Promise<Finding[]> {
  const rows = await database.query<{ what: string; remedy: string; isHeld: boolean; isNeeded: boolean }>(
    `select * from (values
       ('let ${WEB} draw positions', has_sequence_privilege('${WEB}', 'event_positions', 'usage'), false,
        'revoke usage on sequence event_positions from ${WEB}, public'),
       ('let ${WEB} set positions', has_sequence_privilege('${WEB}', 'event_positions', 'update'), false,
        'revoke update on sequence event_positions from ${WEB}, public'),
       ('let ${WEB} rename workspaces', has_column_privilege('${WEB}', 'workspaces', 'name', 'update'), true,
        'grant update (name) on workspaces to ${WEB}'),
       ('let ${WEB} move workspaces to another shard', has_column_privilege('${WEB}', 'workspaces', 'shard', 'update'), false,
        'revoke update on workspaces from ${WEB}, public; grant update (name) on workspaces to ${WEB}'),
       ('let ${WEB} append', has_function_privilege('${WEB}', 'append_events(jsonb)', 'execute'), true,
        'grant execute on function append_events to ${WEB}'),
       ('let ${WORKER} append', has_function_privilege('${WORKER}', 'append_events(jsonb)', 'execute'), false,
        'revoke execute on function append_events from ${WORKER}, public'),
       ('let ${WORKER} make tables', has_function_privilege('${WORKER}', 'make_projection_schema(text)', 'execute'), true,
        'grant execute on function make_projection_schema, rename_projection_schema to ${WORKER}'),
       ('let ${WEB} send jobs', has_schema_privilege('${WEB}', 'pgboss', 'usage'), true, 'run garbanzo migrate'),
       ('let ${WORKER} take jobs', has_schema_privilege('${WORKER}', 'pgboss', 'usage'), true, 'run garbanzo migrate')
     ) as rights (what, "isHeld", "isNeeded", remedy)`,
  );
  return rows
    .filter(({ isHeld, isNeeded }) => isHeld !== isNeeded)
    .map(({ what, remedy, isNeeded }) => wrong(`${isNeeded ? 'do not ' : ''}${what}`, remedy));
}
