import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase } from '../support/database.js';
import { entriesOn } from '../support/history-page.js';
import { SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';
import { startWeb, startWorker } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';

describe('forms from elsewhere', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url, { ALLOWED_HOSTS: 'todo.example,nas.lan:8080' });
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  const post = (headers: Record<string, string>) =>
    request(web.getHttpServer())
      .post(`${WORKSPACE_PATH}/lists`)
      .type('form')
      .set({ host: 'todo.example', ...SIGNED_IN, ...headers })
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
    [
      'through a proxy that puts its own Host there',
      { host: '10.0.0.5:5000', origin: 'http://todo.example' },
    ],
    ['through one that ends TLS', { host: 'localhost:5000', origin: 'https://todo.example' }],
    ['through one at another port', { host: 'localhost:5000', origin: 'http://nas.lan:8080' }],
  ])('are taken: %s', async (_, headers) => {
    expect((await post(headers)).status).toBe(303);
  });

  it.each([
    ['of another name', 'http://evil.example'],
    ['of another port of our name', 'http://todo.example:8080'],
    ['of no port where one is expected', 'http://nas.lan'],
    ['of this machine', 'http://localhost:3000'],
  ])(
    'are refused through a proxy as well, saying what was found, expected, and to be set: %s',
    async (_, origin) => {
      const { status, text } = await post({ host: '10.0.0.5:5000', origin });
      expect(status).toBe(403);
      expect(text).toContain(origin.replaceAll('=', '&#x3D;'));
      expect(text).toContain('http://10.0.0.5:5000');
      expect(text).toContain('ALLOWED_HOSTS');
    },
  );
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

  it('leads on after a form without what only pages need, and shows a refused one with all of it', async () => {
    const visitor = new Visitor(web);
    const { status, headers } = await visitor.post('/lists', { name: 'Home' });
    expect(status).toBe(303);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('content-security-policy');
    const refused = await visitor.post('/lists', { name: 'x'.repeat(500) });
    expect(refused.status).toBe(422);
    expect(refused.headers['content-security-policy']).toContain("default-src 'none'");
  });

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

  it('of another release finds assets as well while both run, and no browser keeps these', async () => {
    const { text } = await new Visitor(web).open('/');
    const own = /href="(\/assets\/app\.[0-9a-f]{8}\.css)"/.exec(text)?.[1] ?? '';
    const [theirs, ours] = await Promise.all(
      [own.replace(/[0-9a-f]{8}/, '00000000'), own].map((path) => new Visitor(web).open(path)),
    );
    expect(theirs?.status).toBe(200);
    expect(theirs?.text).toBe(ours?.text);
    expect(theirs?.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
});

describe('under a base path', () => {
  const home = `/todo${WORKSPACE_PATH}`;
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
    const { text } = await visitor.open(home);
    const links = [...text.matchAll(/(?:src|href|action)="(\/[^"]*)"/g)].map(([, path = '']) => path);
    for (const link of links) expect(link).toMatch(/^\/todo(\/|$)/);
    for (const link of links.filter((path) => !path.endsWith('/lists')))
      expect([200, 303]).toContain((await visitor.open(link)).status);
    const { headers } = await visitor.post(`${home}/lists`, { name: 'Home' });
    expect(headers.location).toMatch(/^\/todo\/w\/[^/]+\/lists\//);
    expect((await visitor.open(String(headers.location))).text).toContain('<h1 dir="auto">Home</h1>');
  });

  it('so do the histories, and lists as they were', async () => {
    const visitor = new Visitor(web);
    const { headers } = await visitor.post(`${home}/lists`, { name: 'Home' });
    await visitor.open(String(headers.location));
    const history = `${/^[^?]+/.exec(String(headers.location))?.[0]}/history`;
    const [created] = entriesOn((await visitor.open(history)).text);
    for (const path of [history, String(created?.listThen)]) {
      const { status, text } = await visitor.open(path);
      expect(status).toBe(200);
      for (const [, link = ''] of text.matchAll(/(?:src|href|action)="(\/[^"]*)"/g)) {
        expect(link).toMatch(/^\/todo(\/|$)/);
        const address = link.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
        expect([200, 303]).toContain((await visitor.open(address)).status);
      }
    }
  });

  it('health is asked for at the root', async () => {
    expect((await new Visitor(web).open('/health')).status).toBe(200);
    expect((await new Visitor(web).open('/')).status).toBe(404);
  });

  it('what has been measured is not for everybody', async () => {
    expect((await new Visitor(web).open('/metrics')).status).toBe(404);
    expect((await new Visitor(web).open('/todo/metrics')).status).toBe(404);
  });
});
