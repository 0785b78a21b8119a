import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Passwords, PasswordsBusyError } from '#libs/accounts';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';

/** More than can wait for their passwords to be checked. */
const MANY = 500;

describe('more people who sign in at once than can wait', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  it('are told to come again, which is not counted as a guess', async () => {
    const crowd = gather(web.get(Passwords, { strict: false }));
    const { status, headers, text } = await new Person(web).post('/sign-in', {
      email: 'eve@example.org',
      password: 'a pea in a pot',
    });
    await crowd.leave();

    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('5');
    expect(text).toContain('Many people are signing in just now');
    expect(text).not.toContain('a pea in a pot');
    expect(await runStatements(test.url, 'select from tries where count > 0')).toHaveLength(0);
  });
});

/** As many stay as can wait, and whose turn is over comes again at once: no request finds a place free. */
function gather(passwords: Passwords) {
  let isOver = false;
  const everybody = Array.from({ length: MANY }, async () => {
    try {
      while (!isOver) await passwords.hash('a pea in a pot');
    } catch (error) {
      if (!(error instanceof PasswordsBusyError)) throw error;
    }
  });
  return {
    async leave() {
      isOver = true;
      await Promise.all(everybody);
    },
  };
}
