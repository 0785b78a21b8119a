import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Person } from '../support/person.js';
import { startWorker } from '../support/running-app.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';

const HOME = WORKSPACE_PATH.slice('/w/'.length);

describe('a list', () => {
  let home: SharedWorkspace;
  let worker: NestFastifyApplication;
  /** Another workspace of Mia's. */
  let club: string;
  let list: string;
  beforeAll(async () => {
    home = await SharedWorkspace.open();
    worker = await startWorker(home.test.url);
    const mia = home.mia.browser;
    club = String((await mia.post('/workspaces', { name: 'Garden club' })).headers.location);
    const { headers } = await command(mia, `${WORKSPACE_PATH}/lists`, { name: 'Shopping' });
    list = /lists\/([0-9a-f-]{36})/.exec(String(headers.location))?.[1] ?? '';
    await until(async () => (await mia.open(`${WORKSPACE_PATH}/lists/${list}`)).status === 200);
  });
  afterAll(async () => {
    await worker.close();
    await home.close();
  });

  const command = (browser: Person, path: string, fields: Readonly<Record<string, string>> = {}) =>
    browser.post(path, { commandId: randomUUID(), ...fields });
  const transferTo = (at: string, as: string, browser: Person) =>
    command(browser, `${WORKSPACE_PATH}/lists/${list}/transfer`, { to: at.slice('/w/'.length), as });
  const eventsIn = (at: string) =>
    home.run(`select * from events where workspace_id = '${at.slice('/w/'.length)}' order by position`);

  it.each(['viewer', 'nobody', 'unknown'] as const)(
    'goes to no workspace in which its reader is a %s',
    async (role) => {
      const before = await eventsIn(club);
      const ben = await home.add('Ben', 'member');
      if (role === 'viewer')
        await home.run(
          `insert into memberships values ('${ben.accountId}', '${club.slice('/w/'.length)}', 'viewer')`,
        );
      const to = role === 'unknown' ? `/w/${randomUUID()}` : club;
      expect((await transferTo(to, 'copy', ben.browser)).status).toBe(404);
      const [path, fields] = [
        `${WORKSPACE_PATH}/lists/${list}/take-back`,
        { to: to.slice('/w/'.length), list, as: 'move' },
      ];
      expect((await command(ben.browser, path, fields)).status).toBe(404);
      expect(await eventsIn(club)).toEqual(before);
      expect((await ben.browser.open(`${WORKSPACE_PATH}/lists/${list}/transfer`)).text).toContain(
        'There is no other workspace in which you may change something.',
      );
    },
  );

  it('goes nowhere by who may only look at it here', async () => {
    const ben = await home.add('Ben', 'viewer');
    expect((await transferTo(club, 'copy', ben.browser)).status).toBe(403);
    const own = String((await ben.browser.post('/workspaces', { name: 'Own' })).headers.location);
    expect((await transferTo(own, 'copy', ben.browser)).status).toBe(403);
    expect(
      (
        await ben.browser.post(`${own}/lists/${list}/transfer`, {
          commandId: randomUUID(),
          to: HOME,
          as: 'copy',
        })
      ).status,
    ).toBe(404);
  });
});
