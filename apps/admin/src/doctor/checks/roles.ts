import type { Database } from '#libs/platform';
import { orWell, wrong, type Check, type Finding } from '../finding.js';

interface Role {
  readonly role: string;
  readonly exists: boolean;
  readonly isMighty: boolean;
  readonly canBeTaken: boolean;
  /** Who the role may become, of those who may do more. */
  readonly above: readonly string[];
  readonly user: string;
}

export const roles: Check = {
  name: 'roles',
  async look(database: Database): Promise<readonly Finding[]> {
    const found = await database.query<Role>(`
      select role, r.oid is not null as exists, coalesce(r.rolsuper or r.rolbypassrls or r.rolcreaterole, false) as "isMighty",
             coalesce(pg_has_role(current_user, r.oid, 'set') and pg_has_role(current_user, r.oid, 'usage'), false)
               as "canBeTaken",
             current_user as user, array(
               select above.rolname::text from pg_roles above
               where pg_has_role(r.oid, above.oid, 'member') and above.oid <> r.oid and (
                 above.rolsuper or above.rolname ~ '^pg_(read_all_data|write_all_data|.*_server_files|execute_server_program)$'
                 or above.oid = (select relowner from pg_class where oid = to_regclass('events')))
               order by 1) as above
      from (values ('garbanzo_web'), ('garbanzo_worker')) needed (role) left join pg_roles r on r.rolname = role`);
    return orWell(found.flatMap(judge), 'garbanzo_web and garbanzo_worker are there, and can be taken');
  },
};

function judge({ role, exists, isMighty, canBeTaken, above, user }: Role): Finding[] {
  const grant = `grant ${role} to ${user} with inherit true, set true`;
  if (!exists) {
    return [wrong(`do not include ${role}`, `as an administrator: create role ${role} nologin; ${grant}`)];
  } else if (isMighty) {
    const remedy = `alter role ${role} nosuperuser nobypassrls nocreaterole`;
    return [wrong(`let ${role} do more than it is for`, remedy)];
  } else if (above.length > 0) {
    return [wrong(`let ${role} become ${above.join(', ')}`, `revoke ${above.join(', ')} from ${role}`)];
  } else {
    return canBeTaken ? [] : [wrong(`do not let ${user} take ${role}`, `as an administrator: ${grant}`)];
  }
}
