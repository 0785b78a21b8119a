import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { RawClient } from '../support/raw-client.js';
import { SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';
import { startWeb } from '../support/running-app.js';
import { until } from '../support/until.js';

const COOKIE = `cookie: ${SIGNED_IN.cookie}\r\n`;
const FORM = `content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\n${COOKIE}`;

describe('requests that no browser makes', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: NestFastifyApplication;
  let url: string;
  let client: RawClient;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
    await web.listen(0, '127.0.0.1');
    url = await web.getUrl();
  });
  afterEach(() => client.close());
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  async function send(text: string | Buffer): Promise<string> {
    client = await RawClient.connect(url);
    client.send(text);
    await until(() => client.heard.includes('\r\n\r\n'));
    return client.heard;
  }

  it.each([
    ['400 Bad Request', 'nonsense\r\n\r\n'],
    ['400 Bad Request', 'GET / HTTP/1.1\r\n\r\n'],
    ['417 Expectation Failed', 'GET / HTTP/1.1\r\nhost: localhost\r\nexpect: the worst\r\n\r\n'],
    [
      '431 Request Header Fields Too Large',
      `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
    ],
    ['400 Bad Request', 'GET * HTTP/1.1\r\nhost: localhost\r\n\r\n'],
    ['400 Bad Request', 'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n'],
    ['404 Not Found', 'PROPFIND / HTTP/1.1\r\nhost: localhost\r\n\r\n'],
  ])('are answered with %s as safely as others (%#)', async (status, text) => {
    const heard = await send(text);
    expect(heard).toContain(`HTTP/1.1 ${status}\r\n`);
    expect(heard.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(heard.toLowerCase()).toContain('x-content-type-options: nosniff');
  });

  const post = (body: Buffer, more = '') =>
    Buffer.concat([
      Buffer.from(
        `POST ${WORKSPACE_PATH}/lists HTTP/1.1\r\nhost: localhost\r\n${FORM}${more}content-length: ${body.length}\r\n\r\n`,
      ),
      body,
    ]);
  const form = (name: string) => Buffer.from(`commandId=${uuidv7()}&name=${name}`, 'latin1');

  it('a byte that is no UTF-8 is refused, not kept as a replacement', async () => {
    expect(await send(post(form('caf\xe9')))).toContain('400 Bad Request');
  });

  const tracing = async (traceparent: string) => {
    const name = uuidv7();
    expect(await send(post(form(name), `traceparent: ${traceparent}\r\n`))).toContain('303 See Other');
    const database = openDatabase(test.url);
    const [event] = await database.query<{ traceparent: string | null }>(
      `select traceparent from events where data ->> 'name' = $1`,
      [name],
    );
    await database.close();
    return event?.traceparent;
  };

  it('what traces them is kept', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(await tracing(traceparent)).toBe(traceparent);
  });

  it.each([
    '<script>alert(1)</script>',
    'x'.repeat(12_000),
    '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01',
    'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01',
  ])('what only claims to trace them is not: %.60s', async (traceparent) => {
    expect(await tracing(traceparent)).toBeNull();
  });
});
