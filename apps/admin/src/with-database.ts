import { createLogger, Database, type DatabaseRole } from '#libs/platform';
import { SEARCH_PATH } from '#libs/read-model';
import { readConfig } from './read-config.js';

/**
 * Runs the work with a connection as the owner, unless a role is given. A role connects with its own login if
 * it has one: otherwise, objects that the role created could switch the session back to the owner. Commands
 * connect here rather than at start-up, so that `--help` needs no database.
 */
export async function withDatabase<Result>(
  work: (database: Database) => Promise<Result>,
  session: { readonly role?: DatabaseRole; readonly durable?: boolean; readonly max?: number } = {},
): Promise<Result> {
  const config = readConfig(session.role === 'garbanzo_worker' ? 'worker' : undefined);
  const logger = createLogger('garbanzo', { logLevel: 'error', production: true });
  const database = new Database({
    url: config.databaseUrl,
    name: 'garbanzo admin',
    logger,
    patient: true,
    searchPath: SEARCH_PATH,
    ...session,
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
