import { createLogger, Database, loadConfig } from '#libs/platform';

/** Runs the work with a connection as the owner. Here rather than at start, so that help needs no database. */
export async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const config = loadConfig();
  const logger = createLogger('garbanzo', { logLevel: 'error', production: true });
  const database = new Database({
    url: config.databaseUrl,
    name: 'garbanzo admin',
    logger,
    max: 4,
    patient: true,
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
