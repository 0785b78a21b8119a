import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '#libs/accounts';
import { EventStream, MOST_PENDING } from './event-stream.js';
import { HEARTBEAT } from './messages.js';
import { OpenStream } from './open-stream.js';

const READER = {
  accountId: 'mia',
  name: 'Mia',
  isInstanceOwner: true,
  sessionId: 's',
  settings: { showsPresence: true },
} as unknown as Principal;

describe('a stream to an open page', () => {
  let server: Server;
  let response: ServerResponse;
  let answered: Promise<IncomingMessage>;
  let stream: OpenStream;
  beforeEach(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const asked = once(server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    answered = new Promise((resolve) => {
      get({ port, host: '127.0.0.1', agent: false }, resolve).on('error', () => undefined);
    });
    [, response] = await asked;
    const opened = {
      workspaceId: 'w',
      shard: 1,
      listId: undefined,
      after: undefined,
      shown: { session: 's' },
    };
    stream = new OpenStream(opened, READER, new EventStream(response));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const change = (position: number, commandId: string) => ({
    position,
    workspaceId: 'w',
    commandId,
    listIds: ['l'],
    todoId: undefined,
  });
  async function said(): Promise<string> {
    let text = '';
    for await (const chunk of (await answered).setEncoding('utf8')) text += String(chunk);
    return text;
  }

  it('says nothing before it has begun, whoever has something to say', () => {
    stream.beat(Date.now() + 60_000, 20_000);
    stream.send('event: present\ndata: {}\n\n');
    expect(response.headersSent).toBe(false);
  });

  it('begins with how soon to come back, and says that it is there only when nothing else was said for long', async () => {
    stream.begin(1, 'first\n\n');
    stream.beat(Date.now() + 19_000, 20_000);
    stream.beat(Date.now() + 20_000, 20_000);
    stream.end();
    expect(await said()).toBe(`retry: 1000\n\nfirst\n\n${HEARTBEAT.toString()}`);
  });

  it('that ends before it has begun says why, and begins no more', async () => {
    stream.end('last\n\n');
    stream.begin(1, 'first\n\n');
    expect(await said()).toBe('retry: 1000\n\nlast\n\n');
  });

  it('says of what happened only what its reader does not know', async () => {
    stream.begin(2, 'first\n\n');
    const all = Buffer.from('all\n\n');
    stream.tell([change(1, 'a'), change(2, 'b')], all);
    stream.tell([change(2, 'b'), change(3, 'c')], all);
    stream.tell([change(4, 'd'), change(5, 'e')], all);
    stream.tell([change(5, 'e')], all);
    stream.end();
    expect(await said()).toBe(
      'retry: 1000\n\nfirst\n\nid: 3\nevent: changed\ndata: {"lists":["l"],"todos":[],"commands":["c"]}\n\nall\n\n',
    );
  });

  it('to a reader who takes nothing is ended, whatever the network holds', async () => {
    stream.begin(1, 'first\n\n');
    (await answered).pause();
    const message = Buffer.alloc(16 * 1024, 'x');
    for (let sent = 0; !stream.isOver; sent += 1) {
      // The network of this machine holds some MiB for each connection.
      expect(sent).toBeLessThan(10_000);
      stream.send(message);
      expect(response.writableLength).toBeLessThan(MOST_PENDING + 2 * message.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
});
