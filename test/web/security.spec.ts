import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase } from '../support/database.js';
import { entriesOn } from '../support/history-page.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';

describe('forms from elsewhere', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  const post = (headers: Record<string, string>) =>
    request(web.getHttpServer())
      .post('/lists')
      .type('form')
      .set({ host: 'todo.example', ...headers })
      .send({ commandId: uuidv7(), name: 'Home' });

  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another subdomain', { 'sec-fetch-site': 'same-site' }],
    [
      'from another site that copies our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'http://todo.example' },
    ],
    ['from another origin', { origin: 'http://evil.example' }],
    ['from a page without an origin', { origin: 'null' }],
    ['from who knows where', {}],
  ])('are refused: %s', async (_, headers) => {
    const { status, text } = await post(headers);
    expect(status).toBe(403);
    expect(text).toContain('did not come from a page of this app');
  });

  it.each([
    ['from our own page', { 'sec-fetch-site': 'same-origin' }],
    ['typed in by the reader', { 'sec-fetch-site': 'none' }],
    ['from our own page in an older browser', { origin: 'http://todo.example' }],
  ])('are taken: %s', async (_, headers) => {
    expect((await post(headers)).status).toBe(303);
  });
});

describe('every page', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  it.each(['/', '/trash', '/nowhere'])(
    'is for its reader only, and runs nothing but our own script: %s',
    async (path) => {
      const { headers, text } = await new Visitor(web).open(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';" +
          "base-uri 'none';frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'content-type': 'text/html; charset=utf-8',
      });
      expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
    },
  );

  it('keeps its assets for ever, under names that change with what is in them', async () => {
    const { text } = await new Visitor(web).open('/');
    const assets = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(new Set(assets).size).toBeGreaterThanOrEqual(4);
    for (const path of assets) {
      const { status, headers } = await new Visitor(web).open(path);
      expect(status).toBe(200);
      expect(headers['cache-control']).toContain('immutable');
      expect(path).toMatch(/\.[0-9a-f]{8}\.\w+$/);
    }
  });
});

describe('under a base path', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url, { BASE_PATH: '/todo' }), startWorker(test.url)]);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  it('every link, form, asset and redirect stays below it', async () => {
    const visitor = new Visitor(web);
    const { text } = await visitor.open('/todo');
    const links = [...text.matchAll(/(?:src|href|action)="(\/[^"]*)"/g)].map(([, path = '']) => path);
    for (const link of links) expect(link).toMatch(/^\/todo(\/|$)/);
    for (const link of links.filter((path) => path !== '/todo/lists'))
      expect((await visitor.open(link)).status).toBe(200);
    const { headers } = await visitor.post('/todo/lists', { name: 'Home' });
    expect(headers.location).toMatch(/^\/todo\/lists\//);
    expect((await visitor.open(String(headers.location))).text).toContain('<h1 dir="auto">Home</h1>');
  });

  it('so do the histories, and lists as they were', async () => {
    const visitor = new Visitor(web);
    const { headers } = await visitor.post('/todo/lists', { name: 'Home' });
    await visitor.open(String(headers.location));
    const history = `${/^[^?]+/.exec(String(headers.location))?.[0]}/history`;
    const [created] = entriesOn((await visitor.open(history)).text);
    for (const path of [history, String(created?.listThen)]) {
      const { status, text } = await visitor.open(path);
      expect(status).toBe(200);
      for (const [, link = ''] of text.matchAll(/(?:src|href|action)="(\/[^"]*)"/g)) {
        expect(link).toMatch(/^\/todo(\/|$)/);
        expect((await visitor.open(link.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'))).status).toBe(
          200,
        );
      }
    }
  });

  it('health is asked for at the root', async () => {
    expect((await new Visitor(web).open('/health')).status).toBe(200);
    expect((await new Visitor(web).open('/')).status).toBe(404);
  });
});
