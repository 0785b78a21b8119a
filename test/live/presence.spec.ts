import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LivePages } from '../../apps/web/src/live/index.js';
import type { LivePage } from '../support/live-page.js';
import { LiveScene } from '../support/live-scene.js';
import { Person } from '../support/person.js';
import type { Known } from '../support/shared-workspace.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';

describe('those who look at the same list', () => {
  let scene: LiveScene;
  let other: NestFastifyApplication;
  let anna: Known;
  let ben: Known;
  let list: string;
  beforeAll(async () => {
    scene = await LiveScene.open();
    other = await scene.startOther();
  });
  beforeEach(async () => {
    await scene.workspace.reset();
    anna = await scene.workspace.add('Anna', 'viewer');
    ben = await scene.workspace.add('Ben', 'member');
    list = randomUUID();
  });
  afterEach(() => scene.closePages());
  afterAll(() => scene.close());

  const look = ({ browser }: Known, web = scene.web, at = list) =>
    scene.look(browser, `?list=${at}`, { web });
  const mia = () => scene.workspace.mia;
  const shows = (page: LivePage, ...people: readonly string[]) =>
    until(() => JSON.stringify(page.of('present').at(-1)?.data) === JSON.stringify({ people }));
  const changeProfile = (who: Known, fields: Readonly<Record<string, string>>) =>
    who.browser.post('/account/profile', {
      language: 'en',
      timeZone: 'UTC',
      firstDay: '1',
      theme: 'system',
      ...fields,
    });

  it('are named to each other, and never to themselves', async () => {
    const page = await look(mia());
    await shows(page);
    const annas = await look(anna);
    await shows(annas, 'Mia');
    await shows(page, 'Anna');
    const bens = await look(ben);
    await shows(bens, 'Anna', 'Mia');
    await shows(page, 'Anna', 'Ben');
    annas.close();
    await shows(page, 'Ben');
    await shows(bens, 'Mia');
  });

  it('are named in whichever process they look, also to those who come later', async () => {
    const page = await look(mia());
    await shows(page);
    const annas = await look(anna, other);
    await shows(annas, 'Mia');
    await shows(page, 'Anna');
    const bens = await look(ben);
    await shows(bens, 'Anna', 'Mia');
    await shows(annas, 'Ben', 'Mia');
    annas.close();
    await shows(page, 'Ben');
  });

  it('are named once, however many tabs they have, until the last one is closed', async () => {
    const page = await look(mia());
    const tabs = [await look(anna), await look(anna, other), await look(anna)];
    for (const tab of tabs) await shows(tab, 'Mia');
    await shows(page, 'Anna');
    const [first, second, third] = tabs;
    first?.close();
    second?.close();
    const bens = await look(ben, other);
    await shows(page, 'Anna', 'Ben');
    third?.close();
    await shows(page, 'Ben');
    await shows(bens, 'Mia');
    expect(tabs.flatMap((tab) => tab.of('present')).every(({ data }) => !data.people?.includes('Anna'))).toBe(
      true,
    );
  });

  it('are not those who look at another list, at none, or at one of the same id in another workspace', async () => {
    const page = await look(mia());
    await (await look(anna, scene.web, randomUUID())).hears('present');
    const bens = await scene.look(ben.browser);
    await bens.hears('here');
    const workspaceId = randomUUID();
    await scene.workspace.run(`insert into workspaces (id, shard) values ('${workspaceId}', 3)`);
    const eve = await scene.workspace.add('Eve', 'owner', workspaceId);
    const theirs = await scene.look(eve.browser, `?list=${list}`, { path: `/w/${workspaceId}` });
    await shows(theirs);
    const last = await look(ben);
    await shows(last, 'Mia');
    await shows(page, 'Ben');
    expect(page.of('present').map(({ data }) => data.people)).toEqual([[], ['Ben']]);
    expect(bens.of('present')).toEqual([]);
  });

  it('are not shown once they have switched it off, and see the others all the same', async () => {
    const [page, annas] = [await look(mia()), await look(anna, other)];
    await shows(page, 'Anna');
    expect((await changeProfile(anna, { name: 'Anna' })).status).toBe(303);
    await shows(page);
    await shows(annas, 'Mia');
    const again = await look(anna);
    await shows(again, 'Mia');
    await shows(await look(ben), 'Mia');
    await shows(page, 'Ben');
    await changeProfile(anna, { name: 'Anna', showsPresence: 'on' });
    await shows(page, 'Anna', 'Ben');
  });

  it('are called as they want to be called since', async () => {
    const page = await look(mia());
    await look(anna, other);
    await shows(page, 'Anna');
    await changeProfile(anna, { name: 'Annabel', showsPresence: 'on' });
    await shows(page, 'Annabel');
  });

  it('are not named any more when they may not read any more', async () => {
    const page = await look(mia());
    await look(anna, other);
    await shows(page, 'Anna');
    await scene.workspace.run(`delete from memberships where account_id = '${anna.accountId}'`);
    await shows(page);
  });

  it('are people, not programs', async () => {
    const token = `gbz_${'x'.repeat(43)}`;
    await scene.workspace.run(
      `insert into api_tokens (id, account_id, name, token_hash, access, expires_at)
       values (gen_random_uuid(), '${anna.accountId}', 'Program', sha256('${token}'), 'read', now() + interval '1 day')`,
    );
    const page = await look(mia());
    const program = await scene.look({ token }, `?list=${list}`);
    await shows(program, 'Mia');
    await look(ben);
    await shows(page, 'Ben');
    expect(page.of('present').map(({ data }) => data.people)).toEqual([[], ['Ben']]);
  });

  it('are forgotten with a process that ends, or was killed', async () => {
    const page = await look(mia());
    const ending = await scene.startOther();
    await look(anna, ending);
    await shows(page, 'Anna');
    await ending.close();
    await shows(page);
    // One that was killed says nothing any more: to this process half a minute has gone by.
    await look(anna, other);
    await shows(page, 'Anna');
    scene.web.get(LivePages).tick(Date.now() + 31_000);
    await shows(page);
    // It was not killed after all.
    other.get(LivePages).tick(Date.now() + 11_000);
    await shows(page, 'Anna');
  });

  it('are known again when the connection was away on which processes tell each other', async () => {
    const page = await look(mia());
    await shows(page);
    await scene.workspace.run(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'garbanzo web listener' and datname = current_database()`,
    );
    await look(anna, other);
    await shows(page, 'Anna');
  });

  it('are many, and some of them are not named rather than none', async () => {
    const page = await look(mia(), other);
    await shows(page);
    await scene.workspace.run(
      `with made as (insert into accounts (id, name, email, is_instance_owner, language, time_zone, first_day, theme, letter_keys)
         select gen_random_uuid(), repeat('N', 200) || nth, nth || '@example.com', false, 'en', 'UTC', 1, 'system', true
         from generate_series(1, 40) nth returning id, email),
       members as (insert into memberships (account_id, workspace_id, role)
         select id, '${WORKSPACE_PATH.slice(3)}', 'viewer' from made)
       insert into sessions (id, account_id, token_hash, device, address)
       select gen_random_uuid(), id, sha256(email::bytea), 'a test', '127.0.0.1' from made`,
    );
    for (let nth = 1; nth <= 40; nth += 1)
      await scene.look(new Person(scene.web, `${nth}@example.com`), `?list=${list}`);
    const named = () => page.of('present').at(-1)?.data.people?.length ?? 0;
    await until(() => named() > 25);
    expect(named()).toBeLessThan(40);
  });
});
