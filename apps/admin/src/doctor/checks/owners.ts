import type { Database } from '#libs/platform';
import { orWell, wrong, type Check, type Finding } from '../finding.js';

interface Schema {
  readonly schema: string;
  /** The statements that give back to the worker what is not its own. */
  readonly giveBack: string | null;
  readonly isHidden: boolean;
}

/** A dump that was restored without owners or rights leaves tables that nobody can fold into, or read. */
export const owners: Check = {
  name: 'owners',
  async look(database: Database): Promise<readonly Finding[]> {
    const found = await database.query<Schema>(`
      select n.nspname as schema,
             (select string_agg(format('alter %s %s owner to garbanzo_worker', kind, name), '; ' order by kind, name)
              from (
                select 'schema', quote_ident(n.nspname), n.nspowner
                union all
                select 'table', format('%I.%I', n.nspname, t.relname), t.relowner
                from pg_class t where t.relnamespace = n.oid and t.relkind = 'r'
              ) thing (kind, name, owner)
              where owner <> 'garbanzo_worker'::regrole) as "giveBack",
             not has_schema_privilege('garbanzo_web', n.oid, 'usage') or exists (
               select from pg_class t where t.relnamespace = n.oid and t.relkind = 'r'
                 and not has_table_privilege('garbanzo_web', t.oid, 'select')) as "isHidden"
      from pg_namespace n where n.nspname ~ '^[a-z_]+_[gv][0-9]+$' order by n.nspname`);
    return orWell(found.flatMap(judge), 'of the tables that are read are the workers, and web may read them');
  },
};

function judge({ schema, giveBack, isHidden }: Schema): Finding[] {
  const found: Finding[] = [];
  if (giveBack !== null) {
    found.push(
      wrong(`of ${schema}, or of tables in it, are not the workers: they cannot fold into them`, giveBack),
    );
  }
  if (isHidden) {
    const rights = [`grant usage on schema ${schema}`, `grant select on all tables in schema ${schema}`];
    const remedy = rights.map((right) => `${right} to garbanzo_web`).join('; ');
    found.push(wrong(`of ${schema} do not let garbanzo_web read its tables`, remedy));
  }
  return found;
}
