import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';

/** More than wait for their passwords to be checked. */
const MANY = 230;

describe('more people who sign in at once than can wait', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url, { TRUST_PROXY: 'true' });
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  it('are told to come again, which is not counted as a guess', async () => {
    const answers = await Promise.all(
      Array.from({ length: MANY }, (_, n) =>
        new Person(web).post(
          '/sign-in',
          { email: `eve-${n}@example.org`, password: 'a pea in a pot' },
          { 'x-forwarded-for': `192.0.2.${n}` },
        ),
      ),
    );
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(MANY - busy.length);
    for (const { headers, text } of busy) {
      expect(headers['retry-after']).toBe('5');
      expect(text).toContain('Many people are signing in just now');
      expect(text).not.toContain('a pea in a pot');
    }
    const counted = await runStatements(test.url, 'select from tries where count > 0');
    expect(counted).toHaveLength(2 * (MANY - busy.length));
  });
});
