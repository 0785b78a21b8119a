import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { LivePage } from '../support/live-page.js';
import { anAppend, openLog } from '../support/log.js';
import { startWeb } from '../support/running-app.js';
import { SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';

describe('a page that is open', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let log: ReturnType<typeof openLog>;
  const pages: LivePage[] = [];
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
    await web.listen(0, '127.0.0.1');
    log = openLog(test.url);
  });
  afterEach(() => {
    for (const page of pages.splice(0)) page.close();
  });
  afterAll(async () => {
    await Promise.all([web.close(), log.close()]);
    await test.drop();
  });

  async function open(query = '', headers = {}): Promise<LivePage> {
    const page = await LivePage.open(`${await web.getUrl()}${WORKSPACE_PATH}/live${query}`, {
      ...SIGNED_IN,
      ...headers,
    });
    pages.push(page);
    return page;
  }
  /** By its command; answers its position. */
  async function append(changes: Parameters<typeof anAppend>[0]): Promise<number> {
    const appended = await log.appender.append(anAppend(changes));
    if (appended.outcome === 'conflict') throw new Error('was not appended');
    return appended.position;
  }
  const event = (type: string, data: object) => ({ type, schemaVersion: 1, data });
  it('hears that it is up to date, so that it has a position to come back with', async () => {
    const position = await append({});
    const page = await open();
    expect(page.status).toBe(200);
    expect(page.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(page.answer.headers['content-encoding']).toBeUndefined();
    expect(await page.hears('here')).toEqual({ event: 'here', id: String(position), data: {} });
  });

  it('hears of a change which list, which to-do and which command it was, and nothing of what it says', async () => {
    const page = await open();
    await page.hears('here');
    const [list, todo, commandId] = [randomUUID(), randomUUID(), randomUUID()];
    const position = await append({
      streamId: todo,
      commandId,
      events: [event('TodoAdded', { listId: list, title: 'A secret', order: 'a0' })],
    });
    // Nobody else tells this process: it looks by itself.
    expect(await page.hears('changed')).toEqual({
      event: 'changed',
      id: String(position),
      data: { lists: [list], todos: [todo], commands: [commandId] },
    });
  });
});
