import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { RawClient } from '../../../../test/support/raw-client.js';
import { until } from '../../../../test/support/until.js';
import { createWebServer, LIMITS } from './web-server.js';

const GET = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n';

describe('a connection', () => {
  let server: Server;
  let client: RawClient;
  afterEach(() => {
    client.close();
    server.close();
  });

  async function open(limits: Partial<typeof LIMITS> = {}, handler?: RequestListener): Promise<void> {
    server = createWebServer(handler ?? ((_, response) => void response.end('yes')), {
      ...LIMITS,
      ...limits,
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    client = await RawClient.connect(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  }

  it('is closed when it asks for too much at once', async () => {
    let started = 0;
    await open({}, () => (started += 1));
    client.send(GET.repeat(1_500));
    await client.untilClosed();
    expect(started).toBe(LIMITS.inFlight);
  });

  it('may be asked for one thing after the other without an end', async () => {
    await open();
    for (let request = 1; request <= 100; request += 1) {
      client.send(GET);
      await until(() => client.heard.split('200 OK').length === request + 1);
    }
    expect(client.isClosed).toBe(false);
  });

  it('is closed when it asks for nothing, whatever it sends', async () => {
    await open({ idleTimeout: 300 });
    client.send(GET);
    await until(() => client.heard.includes('200 OK'));
    const begun = Date.now();
    while (!client.isClosed && Date.now() - begun < 3_000) {
      client.send('\r\n');
      await pause(20);
    }
    expect(Date.now() - begun).toBeLessThan(1_500);
  });

  it('is closed when it never asks for anything', async () => {
    await open({ headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 });
    const begun = Date.now();
    while (!client.isClosed && Date.now() - begun < 5_000) {
      client.send('\r\n');
      await pause(20);
    }
    expect(Date.now() - begun).toBeLessThan(1_500);
  });

  it('is closed when a request does not arrive as a whole', async () => {
    await open(
      { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 },
      () => undefined,
    );
    const begun = Date.now();
    client.send('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\n');
    while (!client.isClosed && Date.now() - begun < 5_000) {
      client.send('x');
      await pause(20);
    }
    expect(Date.now() - begun).toBeLessThan(2_000);
  });

  it('has limits of which none puts another out of force', () => {
    expect(LIMITS.headersTimeout).toBeLessThan(LIMITS.requestTimeout);
    expect(LIMITS.keepAliveTimeout).toBeLessThan(LIMITS.idleTimeout);
    expect(LIMITS.connectionsCheckingInterval).toBeLessThan(5_000);
  });
});
