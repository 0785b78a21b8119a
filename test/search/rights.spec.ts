import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startWorker } from '../support/running-app.js';
import { foundOn, saidOf, searchPath } from '../support/searching.js';
import { SharedWorkspace, type Known } from '../support/shared-workspace.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { bearer, WebWithTokens } from '../support/tokens.js';
import { until } from '../support/until.js';

const found = async ({ browser }: Known, text: string) =>
  foundOn((await browser.open(searchPath(text))).text);

describe('who searches', () => {
  let shared: SharedWorkspace;
  let worker: NestFastifyApplication;
  let ben: Known;
  beforeAll(async () => {
    shared = await SharedWorkspace.open();
    worker = await startWorker(shared.test.url);
    await shared.mia.browser.post(`${WORKSPACE_PATH}/lists`, {
      commandId: randomUUID(),
      name: 'Surprise party',
    });
  });
  beforeEach(async () => {
    ben = await shared.add('Ben', 'member');
  });
  afterAll(async () => {
    await worker.close();
    await shared.close();
  });

  const setRole = (sql: string) => shared.run(`${sql} where account_id = '${ben.accountId}'`);

  it('finds what is in the workspaces that they are a member of, also when they may only look', async () => {
    expect(await found(ben, 'surprise')).toEqual(['[Surprise] party']);
    await setRole(`update memberships set role = 'viewer'`);
    expect(await found(ben, 'surprise')).toEqual(['[Surprise] party']);
  });

  it('finds nothing of a workspace any more from the moment at which they are removed', async () => {
    expect(await found(ben, 'surprise')).toHaveLength(1);
    await setRole('delete from memberships');
    const { status, text } = await ben.browser.open(searchPath('surprise'));
    expect([status, foundOn(text), saidOf(text)]).toEqual([200, [], 'Nothing found.']);
    for (const typed of ['s', 'surprice', 'party']) expect(await found(ben, typed)).toEqual([]);
  });

  it('is told of the workspace when they have several, and finds nothing of others', async () => {
    const { headers } = await ben.browser.post('/workspaces', { name: 'Club' });
    const club = String(headers.location);
    await ben.browser.post(`${club}/lists`, { commandId: randomUUID(), name: 'Surprise guests' });
    expect((await found(ben, 'surprise')).toSorted()).toEqual(['[Surprise] guests', '[Surprise] party']);
    const { text } = await ben.browser.open(searchPath('guests'));
    expect(text).toContain('Workspace <bdi>Club</bdi>');
    expect(text).toContain(`href="${club}/lists/`);
    expect(await found(shared.mia, 'surprise')).toEqual(['[Surprise] party']);
    expect((await shared.mia.browser.open(searchPath('surprise'))).text).not.toContain('Workspace <bdi>');
  });

  it('has to be signed in', async () => {
    const { status, headers } = await ben.browser.open(searchPath('surprise'), { cookie: 'garbanzo=none' });
    expect([status, headers.location]).toEqual([303, expect.stringContaining('/sign-in')]);
  });
});

describe('a program that searches with a token', () => {
  let app: WebWithTokens;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    app = await WebWithTokens.start();
    worker = await startWorker(app.test.url);
  });
  afterAll(async () => {
    await worker.close();
    await app.close();
  });

  it('finds what is in the workspaces that the token is for, and nothing of others', async () => {
    const both = await app.make({ access: 'write' });
    for (const path of [WORKSPACE_PATH, `/w/${app.garden}`]) await app.post(`${path}/lists`, bearer(both));
    const hrefs = async (token: string) => {
      const { text } = await app.ask(searchPath('program'), token);
      return [...text.matchAll(/<a class="title" href="\/w\/([^/]+)/g)].map(([, id = '']) => id).toSorted();
    };
    const home = WORKSPACE_PATH.slice('/w/'.length);
    await until(async () => (await hrefs(both)).length === 2);
    expect(await hrefs(await app.make())).toEqual([home, app.garden].toSorted());
    expect(await hrefs(await app.make({ which: 'chosen', workspaces: app.garden }))).toEqual([app.garden]);
  });
});
