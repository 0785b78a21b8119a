import type { ConstructorOptions } from 'pg-boss';
import { prepared, type Database } from '#libs/platform';

/** Lets pg-boss use the process's pool. */
export function executor(database: Database): NonNullable<ConstructorOptions['db']> {
  return {
    executeSql: async (text: string, values: unknown[] = []) =>
      database.pool.query(values.length > 0 ? prepared(text, values) : text),
  };
}
