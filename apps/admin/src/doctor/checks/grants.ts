import type { Database } from '#libs/platform';
import { orWell, wrong, type Check, type Finding } from '../finding.js';

const [WEB, WORKER] = ['garbanzo_web', 'garbanzo_worker'];
const TABLES = ['events', 'workspaces', 'mikro_orm_migrations'];
const PROGRESS = ['generations', 'checkpoints', 'parked_streams'];
const CHANGES = ['update', 'delete', 'truncate'];

/** A right to insert the others would be a right to forge positions and times. */
const INSERTABLE = (
  'shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id, correlation_id, ' +
  'causation_id, traceparent, data'
).split(', ');

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
  ...rights([WEB, WORKER], CHANGES, TABLES, false),
  ...rights([WEB, WORKER], ['insert'], ['workspaces', 'mikro_orm_migrations'], false),
  ...rights([WORKER], ['insert'], ['events'], false),
  ...rights([WORKER], ['insert', 'update', 'delete'], PROGRESS, true),
  ...rights([WEB], ['insert', ...CHANGES], PROGRESS, false),
];

export const grants: Check = {
  name: 'rights',
  async look(database: Database): Promise<readonly Finding[]> {
    // One that cannot be made must not hide what the others find.
    const parts = [checkTables(database), checkColumns(database), checkOthers(database)];
    const settled = await Promise.allSettled(parts);
    const found = settled.flatMap((part) =>
      part.status === 'fulfilled' ? part.value : [notSeen(part.reason)],
    );
    return orWell(found, 'are as narrow as they should be: nobody can change, remove or forge an event');
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

async function checkColumns(database: Database): Promise<Finding[]> {
  const rows = await database.query<{ name: string; may: boolean }>(
    `select attname as name, has_column_privilege($1, attrelid, attnum, 'insert') as may
     from pg_attribute where attrelid = 'public.events'::regclass and attnum > 0 and not attisdropped`,
    [WEB],
  );
  const remedy = `revoke insert on events from ${WEB}, public; grant insert (${INSERTABLE.join(', ')}) on events to ${WEB}`;
  return rows
    .filter(({ name, may }) => may !== INSERTABLE.includes(name))
    .map(({ name, may }) =>
      wrong(`${may ? '' : 'do not '}let ${WEB} insert the ${name} of an event`, remedy),
    );
}

/** What the two need besides: to draw positions, to append, to send and take jobs, to read and make tables. */
async function checkOthers(database: Database): Promise<Finding[]> {
  const rows = await database.query<{ what: string; remedy: string; isHeld: boolean; isNeeded: boolean }>(
    `select * from (values
       ('let ${WEB} draw positions', has_sequence_privilege('${WEB}', 'event_positions', 'usage'), true,
        'grant usage on sequence event_positions to ${WEB}'),
       ('let ${WEB} set positions', has_sequence_privilege('${WEB}', 'event_positions', 'update'), false,
        'revoke update on sequence event_positions from ${WEB}, public'),
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
