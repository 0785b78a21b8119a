import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { internalsOf } from '#libs/platform';
import { todoLists } from '#libs/projections';
import { liveSchema, TODO_LISTS } from '#libs/read-model';
import { ids, Projecting } from '../support/projecting.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

const [home = ''] = ids(1);
const live = liveSchema(TODO_LISTS);
const [WEB, WORKER] = ['garbanzo_web', 'garbanzo_worker'];

describe('readiness', () => {
  let projecting: Projecting;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([[home, { type: 'ListCreated', data: { name: 'Home' } }]]);
    [web, worker] = await Promise.all([startWeb(projecting.url), startWorker(projecting.url)]);
    visitor = new Visitor(web);
    await until(async () => (await visitor.open('/')).text.includes('Home'));
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await projecting.close();
  });

  const reportOf = async (app: NestFastifyApplication) => {
    const { isReady, details } = await internalsOf(app).readiness();
    return { isReady, details: JSON.stringify(details) };
  };
  const untilWell = (app: NestFastifyApplication) =>
    until(async () => (await reportOf(app)).details.startsWith('{"status":"ok"'), 5_000);

  it.each([
    [
      'a table of the pages that is not there',
      `alter table ${live}.list_totals rename to gone`,
      `alter table ${live}.gone rename to list_totals`,
      /list_totals.* does not exist: .*run garbanzo replay/,
    ],
    [
      'a column that is not there',
      `alter table ${live}.todos rename sort_order to gone`,
      `alter table ${live}.todos rename gone to sort_order`,
      /sort_order.* does not exist: .*run garbanzo replay/,
    ],
    [
      'a column of another type',
      `alter table ${live}.lists alter version type text using version::text`,
      `alter table ${live}.lists alter version type integer using version::integer`,
      /types .* cannot be matched: .*run garbanzo replay/,
    ],
    [
      'a table that web may not read',
      `revoke select on ${live}.todos from ${WEB}`,
      `grant select on ${live}.todos to ${WEB}`,
      /permission denied for table todos: .*run garbanzo replay/,
    ],
    [
      'a schema that web may not look into',
      `revoke usage on schema ${live} from ${WEB}`,
      `grant usage on schema ${live} to ${WEB}`,
      /does not exist: .*run garbanzo replay/,
    ],
    [
      'a log that web may not read',
      `revoke select on events from ${WEB}`,
      `grant select on events to ${WEB}`,
      /permission denied for table events: .*run garbanzo doctor/,
    ],
    [
      'a function that web may not append with',
      `revoke execute on function append_events from ${WEB}, public`,
      `grant execute on function append_events to ${WEB}`,
      /permission denied for function append_events: .*run garbanzo doctor/,
    ],
    [
      'a sequence that is not there',
      'alter sequence event_positions rename to gone',
      'alter sequence gone rename to event_positions',
      /event_positions.* does not exist: .*run garbanzo doctor/,
    ],
  ])('of web ends with %s, and says what to do', async (_, fault, mend, reason) => {
    await projecting.asOwner([fault]);
    const broken = await reportOf(web);
    const { status } = await visitor.open('/health/ready');
    await projecting.asOwner([mend]);
    expect(broken).toEqual({ isReady: false, details: expect.stringMatching(reason) });
    expect(status).toBe(503);
    await untilWell(web);
  });

  it('comes back with a replay, when a table of the pages is not there', async () => {
    await projecting.asOwner([`drop table ${live}.list_totals`]);
    expect((await reportOf(web)).isReady).toBe(false);
    await projecting.replay.run(todoLists);
    await untilWell(web);
    expect((await visitor.open('/')).text).toContain('Home');
  });

  it.each([
    [
      'a log that it may not read',
      `revoke select on events from ${WORKER}`,
      `grant select on events to ${WORKER}`,
      /permission denied for table events: .*run garbanzo doctor/,
    ],
    [
      'a table that is not there',
      `alter table ${live}.list_totals rename to gone`,
      `alter table ${live}.gone rename to list_totals`,
      /list_totals.* does not exist: .*run garbanzo replay/,
    ],
    [
      'a table that it may not write',
      `revoke update on checkpoints from ${WORKER}`,
      `grant update on checkpoints to ${WORKER}`,
      /may not update checkpoints: .*run garbanzo doctor/,
    ],
  ])('of the worker is degraded by %s, and says what to do', async (_, fault, mend, reason) => {
    await projecting.asOwner([fault]);
    const broken = await reportOf(worker);
    await projecting.asOwner([mend]);
    expect(broken.isReady).toBe(true);
    expect(broken.details).toMatch(/^\{"status":"degraded"/);
    expect(broken.details).toMatch(reason);
    await untilWell(worker);
  });
});

describe('readiness while a shard stands still', () => {
  let projecting: Projecting;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    projecting = await Projecting.open();
    web = await startWeb(projecting.url);
  });
  afterAll(async () => {
    await web.close();
    await projecting.close();
  });

  it('is degraded, and names the shard: pages are shown all the same', async () => {
    await projecting.append([[home, { type: 'ListCreated', data: { name: 'Home' } }]]);
    await projecting.asOwner([
      'alter table events disable trigger user',
      `update events set recorded_at = clock_timestamp() - interval '1 hour'`,
      'alter table events enable trigger user',
    ]);
    const { isReady, details } = await internalsOf(web).readiness();
    expect(isReady).toBe(true);
    expect(details).toMatchObject({
      status: 'degraded',
      details: {
        projections: {
          status: 'degraded',
          'todo-lists': {
            reasons: [expect.stringMatching(/^an event in shard 46 has waited for 3\d\d\d s: .*worker/)],
          },
        },
      },
    });
    await projecting.project();
    expect((await internalsOf(web).readiness()).details).toMatchObject({ status: 'ok' });
  });
});
