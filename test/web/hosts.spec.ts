import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase } from '../support/database.js';
import { SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';
import { startWeb } from '../support/running-app.js';

describe('a name that leads here', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url, { ALLOWED_HOSTS: 'todo.example', TRUST_PROXY: 'true' });
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  const open = (headers: Record<string, string>, path = WORKSPACE_PATH) =>
    request(web.getHttpServer())
      .get(path)
      .set({ accept: 'text/html', ...SIGNED_IN, ...headers });

  it.each([
    'localhost',
    'LOCALHOST:5000',
    'localhost.',
    '127.0.0.1:5000',
    '192.168.1.5',
    '[::1]:5000',
    '[fd00::5]',
    'todo.example',
    'Todo.Example:8080',
  ])('is answered to when it is ours: %s', async (host) => {
    expect((await open({ host })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'todo.example.evil.example',
    'sub.todo.example',
    'localhost.evil.example',
    'localhost@evil.example',
    '127.0.0.1.evil.example',
    'evil.example:80:80',
    '[::1].evil.example',
    ' ',
  ])('is answered to with what is expected, what was found, and what to set: %s', async (host) => {
    const { status, text } = await open({ host });
    expect(status).toBe(421);
    for (const words of ['localhost', 'todo.example', host.trim(), 'ALLOWED_HOSTS'])
      expect(text).toContain(words);
  });

  it('cannot write, although browsers say that the page is its own', async () => {
    const form = { commandId: uuidv7(), name: 'Stolen' };
    const headers = { host: 'evil.example', 'sec-fetch-site': 'same-origin' };
    const { status } = await request(web.getHttpServer())
      .post(`${WORKSPACE_PATH}/lists`)
      .type('form')
      .set(headers)
      .send(form);
    expect(status).toBe(421);
  });

  it('cannot pass as what a proxy says', async () => {
    expect((await open({ host: 'evil.example', 'x-forwarded-host': 'localhost' })).status).toBe(421);
    expect((await open({ host: 'localhost', 'x-forwarded-host': 'evil.example' })).status).toBe(421);
    expect((await open({ host: '10.0.0.5', 'x-forwarded-host': 'todo.example' })).status).toBe(200);
  });

  it('may be any for those who ask for the health', async () => {
    for (const path of ['/health', '/health/ready']) {
      const { status, text } = await open({ host: 'some-load-balancer' }, path);
      expect(status).toBe(200);
      expect(text).toBe('{"status":"ok"}');
    }
  });
});
