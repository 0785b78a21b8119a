import type { Database } from '#libs/platform';
import { well, wrong, type Check, type Finding } from '../finding.js';

interface Server {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
  readonly database: string;
  readonly user: string;
}

/** The oldest PostgreSQL that we are tried with. */
const OLDEST = 16;

export const server: Check = {
  name: 'server',
  async look(database: Database): Promise<readonly Finding[]> {
    const [found] = await database.query<Server>(`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
             current_setting('server_encoding') as encoding, current_database() as database, current_user as user`);
    return found === undefined ? [] : judgeServer(found);
  },
};

export function judgeServer({ version, number, encoding, database, user }: Server): readonly Finding[] {
  if (number < OLDEST * 10_000) {
    return [wrong(`is PostgreSQL ${version}`, `upgrade it to ${OLDEST} or later`)];
  } else if (encoding !== 'UTF8') {
    const remedy = `make a database with encoding 'UTF8', and restore a backup into it`;
    return [wrong(`keeps the texts of ${database} in ${encoding}`, remedy)];
  } else {
    return [well(`is PostgreSQL ${version}, with database ${database} for user ${user}`)];
  }
}
