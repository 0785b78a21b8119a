import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestedErasures } from '#libs/projections';
import type { Database } from '#libs/platform';
import { erasures } from '../../apps/admin/src/doctor/checks/erasures.js';
import { openDatabase } from '../support/log.js';
import type { Person } from '../support/person.js';
import { startWorker } from '../support/running-app.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { until } from '../support/until.js';

const WELL = [{ verdict: 'well', text: 'that owners have asked for are done' }];

describe('a workspace that cannot be erased yet', () => {
  let home: SharedWorkspace;
  let worker: NestFastifyApplication;
  let owner: Database;
  let mia: Person;
  beforeAll(async () => {
    home = await SharedWorkspace.open();
    worker = await startWorker(home.test.url);
    owner = openDatabase(home.test.url);
    mia = home.mia.browser;
  });
  afterAll(async () => {
    await Promise.all([worker.close(), owner.close()]);
    await home.close();
  });

  const idOf = (path: string) => path.slice('/w/'.length);
  const create = async (name: string) => String((await mia.post('/workspaces', { name })).headers.location);
  const workspaces = async () => (await home.run('select id from workspaces')).map(({ id }) => String(id));
  const events = (path: string) => home.run(`select from events where workspace_id = '${idOf(path)}'`);
  const diagnose = () => erasures.look(owner, { address: '127.0.0.1', setUpToken: undefined });

  it('is tried again until it is done, holds up no other, and whoever runs the server is told', async () => {
    const [club, other] = [await create('Garden club'), await create('Another club')];
    await mia.post(`${club}/lists`, { commandId: randomUUID(), name: 'Compost' });
    await home.run(
      `create function fail() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
       create trigger fail before delete on workspaces
         for each row when (old.id = '${idOf(club)}') execute function fail()`,
    );
    await mia.post(`${club}/erase`, { name: 'Garden club' });
    await mia.post(`${other}/erase`, { name: 'Another club' });
    const requested = worker.get(RequestedErasures);
    expect(await requested.carryOut()).toBe(false);
    await until(async () => {
      await requested.carryOut();
      return !(await workspaces()).includes(idOf(other));
    });
    expect(await workspaces()).toContain(idOf(club));
    expect(await events(club)).toHaveLength(1);

    expect(await diagnose()).toEqual(WELL);
    await home.run(`update erasures set requested_at = now() - interval '16 minutes'`);
    expect(await diagnose()).toEqual([
      {
        verdict: 'wrong',
        text: expect.stringMatching(`that waits since .*: ${idOf(club)}`),
        remedy: expect.stringContaining(`garbanzo erase workspace ${idOf(club)} --yes`),
      },
    ]);

    await home.run('drop trigger fail on workspaces; drop function fail');
    await until(() => requested.carryOut());
    expect(await workspaces()).not.toContain(idOf(club));
    expect(await events(club)).toEqual([]);
    expect(await diagnose()).toEqual(WELL);
  });
});
