import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';

describe('a connection that the server ends', () => {
  let test: TestDatabase;
  let database: Database;
  let owner: Database;
  beforeAll(async () => {
    test = await createTestDatabase();
    [database, owner] = [openDatabase(test.url, 'garbanzo_worker', 1), openDatabase(test.url)];
  });
  afterAll(async () => {
    await Promise.all([database.close(), owner.close()]);
    await test.drop();
  });

  const terminate = (pid: number) => owner.query('select pg_terminate_backend($1)', [pid]);

  it('between two statements of a transaction fails the next one, and does not end the process', async () => {
    const connection = await database.pool.connect();
    await connection.query('begin');
    const { rows } = await connection.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise<void>((resolve) => connection.once('end', resolve));
    await terminate(rows[0]?.pid ?? 0);
    await ended;
    await expect(connection.query('select')).rejects.toThrow('not queryable');
    connection.release(true);
    expect(await database.query<{ one: number }>('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
