import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { internalsOf } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

const WEB = 'garbanzo_web';

describe('readiness of web', () => {
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

  const report = async () => {
    const { isReady, details } = await internalsOf(web).readiness();
    return { isReady, details: JSON.stringify(details) };
  };

  it.each([
    [
      'a table about people that is not there',
      'alter table sessions rename to gone',
      'alter table gone rename to sessions',
      /sessions.* does not exist: .*run garbanzo doctor/,
    ],
    [
      'a column about people that is not there',
      'alter table accounts rename theme to gone',
      'alter table accounts rename gone to theme',
      /theme.* does not exist: .*run garbanzo doctor/,
    ],
    [
      'a column about people of another type',
      'alter table audit_entries alter address type bytea using null',
      'alter table audit_entries alter address type text using null',
      /types .* cannot be matched: .*run garbanzo doctor/,
    ],
    [
      'a table about people that web may not read',
      `revoke select on memberships from ${WEB}`,
      `grant select on memberships to ${WEB}`,
      /permission denied for table memberships: .*run garbanzo doctor/,
    ],
    [
      'a trail that web may not add to',
      `revoke insert on audit_entries from ${WEB}`,
      `grant insert on audit_entries to ${WEB}`,
      /may not insert into audit_entries: .*run garbanzo doctor/,
    ],
  ])('ends with %s, and says what to do', async (_, fault, mend, reason) => {
    await runStatements(test.url, fault);
    const broken = await report();
    const { status } = await new Visitor(web).open('/health/ready');
    await runStatements(test.url, mend);
    expect(broken).toEqual({ isReady: false, details: expect.stringMatching(reason) });
    expect(status).toBe(503);
    await until(async () => (await report()).details.startsWith('{"status":"ok"'), 5_000);
  });
});
