import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { silent } from '../../../test/support/log.js';
import { Database } from './database.js';
import { isDatabaseUnavailable } from './database-errors.js';
import { isPooler } from './refuse-pooler.js';

describe('a connection', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  async function failure(more: string): Promise<unknown> {
    const database = new Database({ url: `${test.url}${more}`, name: 'test', logger: silent });
    const outcome = await database.query('select').then(
      () => undefined,
      (error: unknown) => error,
    );
    await database.close();
    return outcome;
  }

  it('with our settings is taken', async () => {
    expect(await failure('')).toBeUndefined();
  });

  it('that has lost them is refused, and counts as one that cannot be used', async () => {
    const error = await failure('?options=-c%20lock_timeout%3D1min');
    expect(isPooler(error)).toBe(true);
    expect(isDatabaseUnavailable(error)).toBe(true);
  });
});
