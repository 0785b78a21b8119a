import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import { prepareQueues } from '#libs/jobs';
import type { Database } from '#libs/platform';
import { migrations } from './list.js';
import { withMigrationLock } from './migration-lock.js';

/** The schema was made by a version of the app that this one does not know: it must not touch it. */
export class NewerSchemaError extends Error {
  constructor(readonly unknown: readonly string[]) {
    super(
      `The schema is newer than this version: it has ${unknown.join(', ')}. Use the version that made it.`,
    );
  }
}

/**
 * Brings the schema and the job queues to what this version needs, and answers the names of the migrations it ran. When
 * several try at once, one works and the others wait for it.
 *
 * @param database connected as the owner, without a limit on the time of a statement
 * @throws NewerSchemaError when the schema is newer; nothing has been changed then
 */
export function migrate(database: Database): Promise<string[]> {
  return withMigrationLock(database, async () => {
    const migrator = createMigrator(database);
    // One at a time, and each in a transaction of its own: an index is made concurrently only outside of one.
    const executed = await migrator.getExecuted();
    const known = new Set(migrations.map(({ name }) => name));
    const unknown = executed.map(({ name }) => name).filter((name) => !known.has(name));
    if (unknown.length > 0) throw new NewerSchemaError(unknown);
    const ran = await migrator.up();
    await prepareQueues(database);
    return ran.map(({ name }) => name);
  });
}

function createMigrator(database: Database): Migrator {
  const orm = new MikroORM({
    entities: [],
    discovery: { warnWhenNoEntities: false },
    dbName: database.name,
    driverOptions: new PostgresDialect({ pool: database.pool }),
    extensions: [Migrator],
    migrations: {
      migrationsList: migrations,
      tableName: 'mikro_orm_migrations',
      allOrNothing: false,
      snapshot: false,
      silent: true,
    },
  });
  return new Migrator(orm.em);
}
