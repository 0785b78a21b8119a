import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';

const run = promisify(execFile);

const READY = 'Garbanzo is ready: ';
const FIRST = 'Make the first account, which owns everything: ';
const PUBLISHED_PORT = '8000';

describe('what make up says when it is ready', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;

  async function start(env: NodeJS.ProcessEnv = {}): Promise<void> {
    web = await startWeb(test.url, env);
    await web.listen(0, '127.0.0.1');
  }

  beforeEach(async () => {
    test = await createTestDatabase();
  });
  afterEach(async () => {
    await web.close();
    await test.drop();
  });

  /** As docker/say-address.sh has it run in the container. */
  async function said(env: NodeJS.ProcessEnv = {}): Promise<string[]> {
    const { port } = web.getHttpServer().address() as AddressInfo;
    const script = readFileSync('docker/say-address.mjs');
    const running = run(process.execPath, ['--input-type=module', '-'], {
      env: { PUBLISHED_PORT, ...env, PORT: String(port) },
    });
    running.child.stdin?.end(script);
    const { stdout: words } = await running;
    return words.trimEnd().split('\n');
  }

  it('is the port that is published, once there is an account', async () => {
    await start();
    expect(await said()).toEqual([`${READY}http://localhost:8000`]);
  });

  it('is the address for the first account while there is none, with the token that it takes', async () => {
    await runStatements(test.url, 'delete from accounts');
    const SETUP_TOKEN = 'only for me & Ben';
    await start({ SETUP_TOKEN, BASE_PATH: '/todo' });
    const address = 'https://todo.example.org/todo';
    const env = { SETUP_TOKEN, BASE_PATH: '/todo', PUBLIC_URL: 'https://todo.example.org' };
    const token = 'only%20for%20me%20%26%20Ben';
    expect(await said(env)).toEqual([READY + address, `${FIRST}${address}/setup?token=${token}`]);
    const page = await web.inject(`/todo/setup?token=${token}`);
    expect(page.body).toContain('value="only for me &amp; Ben"');
    expect((await said({ BASE_PATH: '/todo' }))[1]).toBe(`${FIRST}http://localhost:8000/todo/setup`);
  });
});
