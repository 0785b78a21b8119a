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
  /** In Home, and in the garden. */
  let shopping: string;
  let diary: string;
  beforeAll(async () => {
    app = await WebWithTokens.start();
    worker = await startWorker(app.test.url);
    shopping = await create(WORKSPACE_PATH, 'Shopping');
    diary = await create(`/w/${app.garden}`, 'Diary');
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
  const takingBack = (list: string) => ({ commandId: uuidv7(), to: app.garden, list, as: 'copy' });

  it('goes nowhere with a token that is not for the other one, and comes back from nowhere', async () => {
    const before = await eventsIn(app.garden);
    const token = await app.make({ access: 'write', which: 'chosen', workspaces: HOME });
    const copying = { commandId: uuidv7(), to: app.garden, as: 'copy' };
    expect(await statusOf(app.post(path('transfer'), bearer(token), copying))).toBe(404);
    expect(await statusOf(app.post(path('take-back'), bearer(token), takingBack(diary)))).toBe(404);
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

  it('is not taken back as what no transfer of it has made', async () => {
    const made = await create(`/w/${app.garden}`, 'Made there');
    const before = await eventsIn(app.garden);
    for (const list of [diary, made, uuidv7()])
      expect(await statusOf(app.post(path('take-back'), headers, takingBack(list)))).toBe(404);
    const [copied] = await app.sql(
      `select data ->> 'list' as list from events where stream_id = '${shopping}' and type = 'ListTransferred'`,
    );
    const asMove = { ...takingBack(String(copied?.list)), as: 'move' };
    expect(await statusOf(app.post(path('take-back'), headers, asMove))).toBe(404);
    expect(await eventsIn(app.garden)).toEqual(before);
    const right = takingBack(String(copied?.list));
    expect(await statusOf(app.post(path('take-back'), headers, right))).toBe(303);
  });
});
