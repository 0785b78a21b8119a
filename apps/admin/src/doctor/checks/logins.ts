import type { Database } from '#libs/platform';
import { note, orWell, type Check, type Finding } from '../finding.js';

interface Login {
  readonly process: 'web' | 'worker';
  /** Whether the role of this process can log in. */
  readonly isPossible: boolean;
  /** Who the process is logged in as now, of those who may do more than its role. */
  readonly mighty: readonly string[];
  readonly owner: string;
}

/**
 * A session that has only taken a role can give it back (`set role none`) and is then whoever logged in. A process has
 * no more than the rights of its role only when it logs in as that role.
 */
export const logins: Check = {
  name: 'logins',
  async look(database: Database): Promise<readonly Finding[]> {
    const found = await database.query<Login>(`
      select process, coalesce(r.rolcanlogin, false) as "isPossible", o.rolname as owner, array(
               select distinct u.rolname::text from pg_stat_activity a join pg_roles u on u.oid = a.usesysid
               where a.datname = current_database() and a.application_name ~ ('^garbanzo ' || process)
                 and pg_has_role(u.oid, o.oid, 'member') order by 1) as mighty
      from (values ('web'), ('worker')) needed (process)
      left join pg_roles r on r.rolname = 'garbanzo_' || process
      join pg_class t on t.oid = 'events'::regclass join pg_roles o on o.oid = t.relowner`);
    return orWell(
      found.flatMap(judge),
      'of web and worker have the rights of their roles, and no way to more',
    );
  },
};

function judge({ process, isPossible, mighty, owner }: Login): Finding[] {
  const asWhom = mighty.length > 0 ? mighty.join(', ') : owner;
  if (mighty.length === 0 && isPossible) return [];
  const variable = `${process.toUpperCase()}_DATABASE_URL`;
  return [
    note(
      `of ${process} are those of ${asWhom}, who owns the log: whoever takes over a ${process} process can change all of it`,
      `give ${process} and garbanzo migrate ${variable}=postgresql://garbanzo_${process}:...@..., migrate, start ${process} again`,
    ),
  ];
}
