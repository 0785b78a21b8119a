import pg from 'pg';
import { passwordVerifier } from '#libs/platform';

export const DATABASE = 'garbanzo';

export type Login = 'owner' | 'web' | 'worker';

const OWNER = 'garbanzo_owner';

/**
 * Makes our database unless it is there, and its owner: a user who may make the roles of web and worker, and nothing else
 * that a superuser may.
 *
 * @param url where the superuser finds a database
 */
export async function prepareDatabase(url: (database: string) => string, password: string): Promise<void> {
  await runAll(url('postgres'), [
    `do $$ begin
       if to_regrole('${OWNER}') is null then create role ${OWNER}; end if;
       alter role ${OWNER} login createrole nosuperuser password '${passwordVerifier(password)}';
       ${takeRole('garbanzo_web')}
       ${takeRole('garbanzo_worker')}
     end $$`,
  ]);
  await createUnlessThere(url('postgres'));
  await runAll(url(DATABASE), [`alter database ${DATABASE} owner to ${OWNER}`, HAND_OVER]);
}

/** The same address for somebody else than the superuser. */
export function addressFor(url: string, login: Login, password: string): string {
  const address = new URL(url);
  address.username = `garbanzo_${login}`;
  address.password = password;
  return address.href;
}

/** A role that the superuser has made: in version 0.1.0 there was nobody else. */
function takeRole(role: string): string {
  return `if to_regrole('${role}') is not null then
    grant ${role} to ${OWNER} with admin true, inherit true, set true;
  end if;`;
}

/**
 * Everything of ours that still belongs to the superuser, as in version 0.1.0. What belongs to a table, such as its
 * indexes and sequences, goes with it.
 */
const HAND_OVER = `
  do $$
  declare
    alteration text;
  begin
    for alteration in
      with ours as (
        select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
      )
      select format('alter schema %I owner to ${OWNER}', nspname)
      from pg_namespace where oid in (select oid from ours) and nspowner = current_user::regrole
      union all
      select format('alter %s %s owner to ${OWNER}', case relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass)
      from pg_class c
      where relnamespace in (select oid from ours) and relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'm', 'S')
        and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and relkind = 'S')
      union all
      select format('alter routine %s owner to ${OWNER}', oid::regprocedure)
      from pg_proc where pronamespace in (select oid from ours) and proowner = current_user::regrole
      union all
      select format('alter type %s owner to ${OWNER}', oid::regtype)
      from pg_type where typnamespace in (select oid from ours) and typowner = current_user::regrole and typtype in ('e', 'd')
    loop
      execute alteration;
    end loop;
  end $$`;

async function createUnlessThere(url: string): Promise<void> {
  const [found] = await runAll(url, [`select from pg_database where datname = '${DATABASE}'`]);
  if (found === 0) await runAll(url, [`create database ${DATABASE} owner ${OWNER}`]);
}

/** How many rows each statement has answered with. */
async function runAll(url: string, statements: readonly string[]): Promise<number[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const counts: number[] = [];
    for (const statement of statements) counts.push((await client.query(statement)).rowCount ?? 0);
    return counts;
  } finally {
    await client.end();
  }
}
