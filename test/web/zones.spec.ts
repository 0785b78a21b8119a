import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linkOn } from '../support/history-page.js';
import { openDatabase } from '../support/log.js';
import { writePast } from '../support/past.js';
import { Person } from '../support/person.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { addPerson, SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';
import { todosOn } from '../support/visitor.js';

const BEN = { accountId: uuidv7(), name: 'Ben', email: 'ben@example.org', token: 'the session of Ben' };

/** Two who share a list, and were at it at midnight and while clocks were changed: Mia in Berlin, Ben in New York. */
describe('times', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let mia: Person;
  let ben: Person;
  const [home, milk] = [uuidv7(), uuidv7()];
  const list = `${WORKSPACE_PATH}/lists/${home}`;
  beforeAll(async () => {
    test = await createTestDatabase();
    const owner = openDatabase(test.url);
    await addPerson(owner, BEN);
    const live = `update accounts set language = $2, time_zone = $3 where id = $1`;
    await owner.query(live, [SOMEBODY.accountId, 'de', 'Europe/Berlin']);
    await owner.query(live, [BEN.accountId, 'en', 'America/New_York']);
    await owner.close();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    [mia, ben] = [new Person(web, SOMEBODY.token), new Person(web, BEN.token)];
    const added = (title: string, order: string, at: string, streamId = uuidv7()) =>
      ({ streamId, type: 'TodoAdded', data: { listId: home, title, order }, at }) as const;
    await writePast(test.url, [
      { streamId: home, type: 'ListCreated', data: { name: 'Home' }, at: '2025-10-25T21:59:30Z' },
      added('Milk', 'a1', '2025-10-25T22:00:00Z', milk),
      added('Bread', 'a2', '2025-10-26T00:30:00Z'),
      added('Salt', 'a3', '2025-10-26T01:30:00Z'),
      { streamId: milk, type: 'TodoCompleted', at: '2025-11-02T04:30:00Z' },
      added('Honey', 'a4', '2025-11-02T05:30:00Z'),
      added('Flour', 'a5', '2025-11-02T06:30:00Z'),
    ]);
    await until(async () => todosOn((await ben.open(list)).text).length === 5);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const asOf = (person: Person, moment: string) => person.open(`${list}?asOf=${encodeURIComponent(moment)}`);
  const titles = async (person: Person, moment: string) =>
    todosOn((await asOf(person, moment)).text).map(({ title }) => title);

  /** Days, and the times of day that stand under them. */
  async function timesOn(person: Person) {
    const { text } = await person.open(`${list}/history`);
    const main = text.slice(text.indexOf('class="day"'));
    return [...main.matchAll(/<time datetime="[^"]+">([^<]+)</g)].map(([, words]) => words);
  }

  it('of a history stand under the days of its reader, also when an hour comes twice', async () => {
    expect(await timesOn(mia)).toEqual([
      '2. November 2025',
      '07:30:00',
      '06:30:00',
      '05:30:00',
      '26. Oktober 2025',
      '02:30:00',
      '02:30:00',
      '00:00:00',
      '25. Oktober 2025',
      '23:59:30',
    ]);
    expect(await timesOn(ben)).toEqual([
      '2 November 2025',
      '01:30:00',
      '01:30:00',
      '00:30:00',
      '25 October 2025',
      '21:30:00',
      '20:30:00',
      '18:00:00',
      '17:59:30',
    ]);
  });

  it('are named by the zone that their reader has chosen', async () => {
    const [ofMia, ofBen] = await Promise.all([mia, ben].map((person) => person.open(`${list}/history`)));
    expect(ofMia?.text).toContain('Zeiten gelten für die Zeitzone Europe/Berlin');
    expect(ofBen?.text).toContain('Times are in America/New_York, and lead to the list as it was then.');
    expect(ofBen?.text).toContain('See the list as it was at this time, in America/New_York');
  });

  it('that are asked for are in the zone of who asks', async () => {
    expect(await titles(mia, '2025-10-25T23:59:59')).toEqual([]);
    expect(await titles(mia, '2025-10-26')).toEqual(['Milk']);
    expect(await titles(mia, '2025-10-26T02:29:59')).toEqual(['Milk']);
    // The first of two.
    expect(await titles(mia, '2025-10-26T02:30')).toEqual(['Milk', 'Bread']);
    expect(await titles(mia, '2025-10-26T03:00')).toEqual(['Milk', 'Bread', 'Salt']);
    expect(await titles(ben, '2025-10-25T17:59:59')).toEqual([]);
    expect(await titles(ben, '2025-10-25T18:00')).toEqual(['Milk']);
    expect(await titles(ben, '2025-11-02T01:30')).toEqual(['Milk', 'Bread', 'Salt', 'Honey']);
    expect(await titles(ben, '2025-11-02T02:00')).toEqual(['Milk', 'Bread', 'Salt', 'Honey', 'Flour']);
  });

  it('mean the same for whoever follows a link of somebody else', async () => {
    const { text } = await asOf(mia, '2025-10-26T00:00');
    expect(text).toContain('So war die Liste am');
    expect(text).toContain('26. Oktober 2025, 00:00:00 MESZ</time>');
    const shared = (await ben.open(linkOn(text, 'Alle') ?? '')).text;
    expect(shared).toContain('25 October 2025, 18:00:00 GMT-4</time>');
    expect(todosOn(shared).map(({ title }) => title)).toEqual(['Milk']);
  });

  it('at which there was no list are refused in the zone of who asks, and those of now are filled in', async () => {
    const tooEarly = [await asOf(mia, '2025-10-25T23:59'), await asOf(ben, '2025-10-25T17:59')];
    expect(tooEarly.map(({ status }) => status)).toEqual([422, 422]);
    expect(tooEarly[0]?.text).toContain('Sie wurde am 25. Oktober 2025, 23:59:30 MESZ angelegt.');
    expect(tooEarly[1]?.text).toContain('It was created on 25 October 2025, 17:59:30 GMT-4.');
    for (const [person, { text }] of [
      [mia, await mia.open(`${list}/history`)],
      [ben, await ben.open(`${list}/history`)],
    ] as const) {
      const now = /name="asOf" step="1" value="([^"]+)"/.exec(text)?.[1] ?? '';
      expect(await titles(person, now)).toHaveLength(5);
    }
  });

  it('of one list are on other days for each, although its page is kept for all', async () => {
    for (let look = 0; look < 2; look += 1) {
      const [ofMia, ofBen] = [(await mia.open(list)).text, (await ben.open(list)).text];
      expect(ofMia).toContain('>2. Nov. 2025</time>');
      expect(ofBen).toContain('>2 Nov 2025</time>');
    }
    const owner = openDatabase(test.url);
    await owner.query(`update accounts set time_zone = 'America/Los_Angeles' where id = $1`, [BEN.accountId]);
    await owner.close();
    await until(async () => (await ben.open(list)).text.includes('>1 Nov 2025</time>'));
  });
});
