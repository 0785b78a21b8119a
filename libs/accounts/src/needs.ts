import type { Need } from '#libs/platform';
import { peopleTables, type PeopleTable } from './tables.js';

const remedy = 'run garbanzo doctor, which names the migration or the right that is missing';
const tables = peopleTables();

/** That every column of the tables about people is there, has its type, and may be read. */
const READS_PEOPLE: Need = {
  name: 'people',
  ask: (database) => database.query(`select from ${tables.map(noRowOf).join(', ')}`),
  remedy,
};

/** A union is refused when a column has another type than the one that is described. */
function noRowOf({ name, columns }: PeopleTable): string {
  const named = columns.map((column) => `"${column.name}"`).join(', ');
  const typed = columns.map(({ type }) => `null::${type}`).join(', ');
  return `(select ${named} from "${name}" where false union all select ${typed} where false) "${name}"`;
}

/** That people can sign in, and that it is recorded. */
const WRITES_PEOPLE: Need = {
  name: 'written-people',
  async ask(database) {
    const [refused] = await database.query<{ name: string }>(
      `select name from unnest($1::text[]) name where not has_any_column_privilege(quote_ident(name), 'insert')`,
      [tables.map(({ name }) => name)],
    );
    if (refused !== undefined) throw new Error(`may not insert into ${refused.name}`);
  },
  remedy,
};

/** What web needs of the database to know who asks. */
export const ACCOUNT_NEEDS: readonly Need[] = [READS_PEOPLE, WRITES_PEOPLE];
