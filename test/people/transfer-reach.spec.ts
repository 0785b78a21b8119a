import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';
import { startWorker } from '../support/running-app.js';
import { SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';
import { bearer, statusOf, WebWithTokens } from '../support/tokens.js';
import { until } from '../support/until.js';

const HOME = WORKSPACE_PATH.slice('/w/'.length);

describe('a list, between two workspaces of one person', () => {
  let app: WebWithTokens;
  let worker: NestFastifyApplication;
  /** In Home. */
  let shopping: string;
  beforeAll(async () => {
    app = await WebWithTokens.start();
    worker = await startWorker(app.test.url);
    shopping = await create(WORKSPACE_PATH, 'Shopping');
  });
  afterAll(async () => {
    await worker.close();
    await app.close();
  });

  const headers = { ...SIGNED_IN, 'sec-fetch-site': 'same-origin' };
  const path = (word: string) => `${WORKSPACE_PATH}/lists/${shopping}/${word}`;
  async function create(at: string, name: string): Promise<string> {
    const { headers: answered } = await app.post(`${at}/lists`, headers, { commandId: uuidv7(), name });
    const [, id = ''] = /lists\/([0-9a-f-]{36})/.exec(String(answered.location)) ?? [];
    await until(async () => (await statusOf(app.get(`${at}/lists/${id}`, SIGNED_IN))) === 200);
    return id;
  }
  const eventsIn = (workspace: string) =>
    app.sql(`select * from events where workspace_id = '${workspace}' order by position`);
  const undo = (who: Readonly<Record<string, string>>, transferred: string) =>
    app.post(`${WORKSPACE_PATH}/undo/${transferred}`, who, { commandId: uuidv7() });

  it('goes nowhere with a token that is not for the other one', async () => {
    const before = await eventsIn(app.garden);
    const token = await app.make({ access: 'write', which: 'chosen', workspaces: HOME });
    const copying = { commandId: uuidv7(), to: app.garden, as: 'copy' };
    expect(await statusOf(app.post(path('transfer'), bearer(token), copying))).toBe(404);
    expect(await eventsIn(app.garden)).toEqual(before);
    const { status, text } = await app.ask(path('transfer'), token);
    expect([status, text]).toEqual([200, expect.not.stringContaining('Garden')]);
    expect(text).not.toContain(app.garden);
  });

  it('goes there with a token for both', async () => {
    const token = await app.make({ access: 'write' });
    expect((await app.ask(path('transfer'), token)).text).toContain('Garden');
    const copying = { commandId: uuidv7(), to: app.garden, as: 'copy' };
    expect(await statusOf(app.post(path('transfer'), bearer(token), copying))).toBe(303);
  });

  it('is not taken back with a token that is not for the other one, and else only what the transfer has made', async () => {
    await create(`/w/${app.garden}`, 'Made there');
    const before = await eventsIn(app.garden);
    const [copied] = await app.sql(
      `select command_id, data ->> 'list' as list from events where stream_id = '${shopping}' and type = 'ListTransferred'`,
    );
    const transferred = String(copied?.command_id);
    const token = await app.make({ access: 'write', which: 'chosen', workspaces: HOME });
    expect(await statusOf(undo(bearer(token), transferred))).toBe(404);
    expect(await eventsIn(app.garden)).toEqual(before);
    expect(await statusOf(undo(headers, transferred))).toBe(303);
    const since = (await eventsIn(app.garden)).slice(before.length);
    expect(since).toMatchObject([{ stream_id: copied?.list, type: 'ListRemoved' }]);
  });
});
