import type { Need } from '#libs/platform';
import type { Table } from './table.js';

/**
 * That every column of these tables is there, has its type, and may be read. One statement, made from the descriptions
 * that the statements of the pages are made from.
 */
export function readsTables(tables: readonly Table[]): Need {
  const statement = `select from ${tables.map(noRowOf).join(', ')}`;
  return {
    name: 'read-tables',
    ask: (database) => database.query(statement),
    remedy: 'run garbanzo replay, which builds the tables anew; if that is no help, garbanzo doctor',
  };
}

/** A union is refused when a column has another type than the one that is described. */
function noRowOf({ name, columns }: Table): string {
  const named = columns.map((column) => `"${column.name}"`).join(', ');
  const typed = columns.map(({ type }) => `null::${type}`).join(', ');
  return `(select ${named} from "${name}" where false union all select ${typed} where false) "${name}"`;
}

/** That rows of these tables may be inserted, updated and deleted. */
export function writesTables(tables: readonly Table[]): Need {
  return {
    name: 'written-tables',
    async ask(database) {
      const [refused] = await database.query<{ name: string; privilege: string }>(
        `select name, privilege
         from unnest($1::text[]) name, unnest(array['insert', 'update', 'delete']) privilege
         where not has_table_privilege(quote_ident(name), privilege)`,
        [tables.map(({ name }) => name)],
      );
      if (refused !== undefined) throw new Error(`may not ${refused.privilege} ${refused.name}`);
    },
    remedy: 'run garbanzo doctor, which names the right to give',
  };
}
