import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { loadConfig } from '#libs/platform';
import { createApp } from '../../apps/web/src/create-app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { RawClient } from '../support/raw-client.js';
import { until } from '../support/until.js';

const HEADERS =
  'host: localhost\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\n';

describe('a client that hangs up', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  const lines: string[] = [];
  beforeAll(async () => {
    test = await createTestDatabase();
    const config = loadConfig({ NODE_ENV: 'production', DATABASE_URL: test.url });
    web = await createApp(config, pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }));
    await web.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  it('while it sends something is no outage, and nothing to warn of', async () => {
    const client = await RawClient.connect(await web.getUrl());
    client.send(`POST /lists HTTP/1.1\r\n${HEADERS}content-length: 1000\r\n\r\ncommandId=`);
    await pause(200);
    lines.length = 0;
    client.close();
    await until(() => lines.some((line) => line.includes('hung up')));
    const said = lines.join('');
    expect(said).toContain('the client hung up');
    expect(said).not.toContain('Back in a moment');
    expect(said).not.toMatch(/"level":[456]0/);
  });
});
