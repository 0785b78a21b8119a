import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { anAppend, openLog } from '../support/log.js';
import type { Person } from '../support/person.js';
import { startWorker } from '../support/running-app.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';
import { isCatchingUp, saidOn, todosOn, undoOn } from '../support/visitor.js';

const HOME = WORKSPACE_PATH.slice('/w/'.length);

describe('a list', () => {
  let home: SharedWorkspace;
  let worker: NestFastifyApplication;
  let mia: Person;
  /** Another workspace of Mia's. */
  let club: string;
  let list: string;
  let milk: string;
  beforeAll(async () => {
    home = await SharedWorkspace.open();
    worker = await startWorker(home.test.url);
    mia = home.mia.browser;
    club = String((await mia.post('/workspaces', { name: 'Garden club' })).headers.location);
  });
  beforeEach(async () => {
    list = idIn(await command(mia, `${WORKSPACE_PATH}/lists`, { name: 'Shopping' }));
    const add = (title: string) => command(mia, `${WORKSPACE_PATH}/lists/${list}/todos`, { title });
    await add('Milk');
    await add('Bread');
    const page = await open(String((await add('Honey')).headers.location));
    milk = todosOn(page)[0]?.id ?? '';
    await command(mia, `${WORKSPACE_PATH}/todos/${milk}/complete`);
  });
  afterAll(async () => {
    await worker.close();
    await home.close();
  });

  const command = (browser: Person, path: string, fields: Readonly<Record<string, string>> = {}) =>
    browser.post(path, { commandId: randomUUID(), ...fields });
  const idIn = ({ headers }: { readonly headers: Record<string, unknown> }) =>
    /lists\/([0-9a-f-]{36})/.exec(String(headers.location))?.[1] ?? '';
  async function open(path: string, browser = mia): Promise<string> {
    let text = '';
    await until(async () => {
      text = (await browser.open(path)).text;
      return !isCatchingUp(text);
    });
    return text.replaceAll('&#x3D;', '=');
  }
  const transferTo = (at: string, as: string, browser = mia, commandId = randomUUID()) =>
    browser.post(`${WORKSPACE_PATH}/lists/${list}/transfer`, { commandId, to: at.slice('/w/'.length), as });
  const eventsIn = (at: string) =>
    home.run(`select * from events where workspace_id = '${at.slice('/w/'.length)}' order by position`);
  /** The list in the other workspace that a transfer from `list` has made. */
  async function there(): Promise<string> {
    const [made] = await home.run(
      `select data ->> 'list' as id from events where stream_id = '${list}' and type = 'ListTransferred'
       order by position desc limit 1`,
    );
    return String(made?.id);
  }
  const titles = async (at: string, id: string) =>
    todosOn(await open(`${at}/lists/${id}`)).map(({ title, done }) => [title, done]);
  /** When its to-dos were completed, as the page of the list says it. */
  const completed = async (at: string, id: string) =>
    (await open(`${at}/lists/${id}`)).match(/(?<=<span class="facts">).*?(?=<\/span>)/g)?.filter(Boolean);
  const ALL = [
    ['Milk', true],
    ['Bread', false],
    ['Honey', false],
  ];

  it('is moved: it is there with everything in it, and in the trash here', async () => {
    const answer = await transferTo(club, 'move');
    expect(answer.status).toBe(303);
    const page = await open(String(answer.headers.location));
    expect(saidOn(page)).toContain('was moved to the other workspace, with everything in it.');
    await until(async () => (await titles(club, await there())).length === 3);
    expect(await titles(club, await there())).toEqual(ALL);
    expect(await open(`${WORKSPACE_PATH}/lists/${list}`)).toContain('This list is in the trash.');
    expect(await open(`${WORKSPACE_PATH}/lists/${list}/history`)).toContain('Moved to another workspace');
    expect(await open(`${club}/lists/${await there()}/history`)).toContain(
      'Moved here from another workspace',
    );
    const [left] = await home.run(
      `select * from events where stream_id = '${list}' and type = 'ListTransferred'`,
    );
    const arrived = (await eventsIn(club)).slice(-5).map((event) => event.correlation_id);
    expect(arrived).toEqual(Array.from({ length: 5 }, () => left?.correlation_id));
  });

  it('is copied: it stays as it is here', async () => {
    const answer = await transferTo(club, 'copy');
    const page = await open(String(answer.headers.location));
    expect(saidOn(page)).toContain('was copied to the other workspace');
    await until(async () => (await titles(club, await there())).length === 3);
    expect(await titles(club, await there())).toEqual(ALL);
    expect(await titles(WORKSPACE_PATH, list)).toEqual(ALL);
    const [done, copied] = [await completed(WORKSPACE_PATH, list), await completed(club, await there())];
    expect(done).toHaveLength(1);
    expect(copied).toEqual(done);
    expect(await open(`${WORKSPACE_PATH}/lists/${list}/history`)).toContain('Copied to another workspace');
    expect(await open(`${club}/lists/${await there()}/history`)).toMatch(
      /Done since [^]*Copied here from another workspace/,
    );
  });

  it.each([
    ['move', 'is back, with everything in it.'],
    ['copy', 'is taken back: it is in the trash of the other workspace.'],
  ])('comes back on both sides by one undo after a %s', async (as, told) => {
    const [path, fields] = undoOn(await open(String((await transferTo(club, as)).headers.location)));
    const undone = await command(mia, path, fields);
    expect(saidOn(await open(String(undone.headers.location)))).toContain(told);
    expect(await titles(WORKSPACE_PATH, list)).toEqual(ALL);
    await until(async () =>
      (await open(`${club}/lists/${await there()}`)).includes('This list is in the trash.'),
    );
    // Sent again, it changes nothing more.
    const before = [await eventsIn(WORKSPACE_PATH), await eventsIn(club)];
    await command(mia, path, fields);
    expect([await eventsIn(WORKSPACE_PATH), await eventsIn(club)]).toEqual(before);
  });

  it('is copied once more when the undo of a copy is undone, and taken back but once', async () => {
    const copied = undoOn(await open(String((await transferTo(club, 'copy')).headers.location)));
    const first = await there();
    const takenBack = await open(String((await command(mia, ...copied)).headers.location));
    const again = await open(String((await command(mia, ...copied)).headers.location));
    expect(saidOn(again)).toBe('That was so already. Nothing has changed.');
    expect(saidOn(await open(String((await command(mia, ...undoOn(takenBack))).headers.location)))).toContain(
      'was copied to the other workspace',
    );
    expect(await there()).not.toBe(first);
    await until(async () => (await titles(club, await there())).length === 3);
    const history = await open(`${WORKSPACE_PATH}/lists/${list}/history`);
    expect(history.split('"words">Took back the copy in another workspace')).toHaveLength(2);
  });

  it('is transferred once when the form is sent twice, at once or later', async () => {
    const before = (await eventsIn(club)).length;
    const commandId = randomUUID();
    const answers = await Promise.all([1, 2].map(() => transferTo(club, 'move', mia, commandId)));
    answers.push(await transferTo(club, 'move', mia, commandId));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await eventsIn(club)).toHaveLength(before + 5);
    const [{ count } = {}] = await home.run(
      `select count(*)::int from events where stream_id = '${list}' and type = 'ListTransferred'`,
    );
    expect(count).toBe(1);
    expect((await transferTo(club, 'copy')).text).toContain('This list is in the trash. Restore it first.');
  });

  it('goes on where it was broken off: with the rest, once', async () => {
    const commandId = randomUUID();
    const before = (await eventsIn(club)).length;
    // The third to-do cannot be appended, as if the process had died before it.
    await home.run(`
      create function stop() returns trigger language plpgsql as $$
      begin raise exception 'the power is off' using errcode = '57P01'; end $$`);
    await home.run(`
      create trigger stop before insert on events for each row
      when (new.data ->> 'title' = 'Honey') execute function stop()`);
    expect((await transferTo(club, 'move', mia, commandId)).status).toBe(503);
    expect(await titles(WORKSPACE_PATH, list)).toEqual(ALL);
    await home.run('drop trigger stop on events; drop function stop()');
    expect((await transferTo(club, 'move', mia, commandId)).status).toBe(303);
    expect(await eventsIn(club)).toHaveLength(before + 5);
    await until(async () => (await titles(club, await there())).length === 3);
  });

  it('has 10,000 to-dos, and all of them go', async () => {
    const log = openLog(home.test.url);
    const appends = Array.from({ length: 10_000 }, (_, n) =>
      anAppend({
        workspaceId: HOME,
        events: [{ type: 'TodoAdded', schemaVersion: 2, data: { listId: list, title: `Number ${n}` } }],
      }),
    );
    for (let begin = 0; begin < appends.length; begin += 500)
      await log.appender.appendAll(appends.slice(begin, begin + 500));
    await log.close();
    await until(async () => (await open(`${WORKSPACE_PATH}/lists/${list}`)).includes('10003'));
    const answer = await transferTo(club, 'move');
    expect(answer.status).toBe(303);
    const copied = await home.run(
      `select data ->> 'title' as title from events where data ->> 'listId' = '${await there()}' order by data ->> 'order' collate "C"`,
    );
    expect(copied.map(({ title }) => title)).toEqual([
      'Milk',
      'Bread',
      'Honey',
      ...appends.map((_, n) => `Number ${n}`),
    ]);
  });
});
