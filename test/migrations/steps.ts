import type { Migration } from '@mikro-orm/migrations';

/** What a migration runs: its statements, and whether they are one transaction. */
export interface Steps {
  readonly statements: readonly string[];
  readonly transactional: boolean;
}

/**
 * The steps of a migration, without running them. Its statements have to be given by `addSql`: what it would run by itself
 * finds no database here and fails.
 */
export async function stepsOf(migrationClass: new (...args: never[]) => Migration): Promise<Steps> {
  const migration: Migration = Reflect.construct(migrationClass, []);
  await migration.up();
  const statements = migration.getQueries().filter((query) => typeof query === 'string');
  if (statements.length < migration.getQueries().length) throw new Error('Statements are given as text');
  return { statements, transactional: migration.isTransactional() };
}
