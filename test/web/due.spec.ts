import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { setDate } from '../support/set-date.js';
import { until } from '../support/until.js';
import { saidOn, todosOn, undoOn, Visitor } from '../support/visitor.js';

describe('a to-do that is due', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let rent: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    await readIn('UTC');
    home = await visitor.createList('Home');
    rent = await visitor.addTodo(home, 'Pay rent');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  async function readIn(zone: string): Promise<void> {
    const owner = openDatabase(test.url);
    await owner.query('update accounts set time_zone = $1', [zone]);
    await owner.close();
  }
  const schedule = (dueDate: string, dueTime = '', from = '') =>
    visitor.submit(`/todos/${rent}/schedule`, { dueDate, dueTime, from });
  const facts = async (query = '') =>
    /<time class="due ([^"]*)" datetime="([^"]*)">([^<]*)</
      .exec((await visitor.open(`/lists/${home}${query}`)).text)
      ?.slice(1);
  const editor = async () => {
    const { text } = await visitor.open(`/lists/${home}?edit=${rent}`);
    const form = /<form id="schedule-[^]*?<\/form>/.exec(text)?.[0] ?? '';
    return Object.fromEntries(
      [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
  };
  const history = async () =>
    (await visitor.open(`/todos/${rent}/history`)).text.match(/(?<=class="words">)[^<]*/g);

  it('says when: on its row, in its editor, in a notice and in its history', async () => {
    expect(await facts()).toBeUndefined();
    const { html } = await schedule('9999-12-31');
    expect(saidOn(html)).toBe('“Pay rent” is due on 31 December 9999.');
    expect(await facts()).toEqual(['later', '9999-12-31', '31 Dec 9999']);
    expect(await editor()).toMatchObject({ dueDate: '9999-12-31', dueTime: '', from: '9999-12-31' });
    await schedule('2020-02-29', '18:00', '9999-12-31');
    expect(await facts()).toEqual(['overdue', '2020-02-29T18:00Z', 'Overdue: 29 Feb 2020, 18:00']);
    await schedule('', '', '2020-02-29T18:00[UTC]');
    expect(await facts()).toBeUndefined();
    expect((await history())?.slice(0, 3)).toEqual([
      'Not due on 29 February 2020, 18:00 UTC any more',
      'Due on 29 February 2020, 18:00 UTC instead of 31 December 9999',
      'Due on 31 December 9999',
    ]);
  });

  it('is undone, and the undo as well', async () => {
    await schedule('2031-12-01');
    const again = await schedule('2031-12-02', '', '2031-12-01');
    const undone = await visitor.submit(...undoOn(again.html));
    expect(await facts()).toEqual(['later', '2031-12-01', '1 Dec 2031']);
    await visitor.submit(...undoOn(undone.html));
    expect(await facts()).toEqual(['later', '2031-12-02', '2 Dec 2031']);
  });

  it('is due as it was then, in time travel, and neither early nor late', async () => {
    await schedule('2020-12-01');
    const then = encodeURIComponent(new Date().toISOString());
    await schedule('2020-12-02', '', '2020-12-01');
    expect(await facts(`?asOf=${then}`)).toEqual(['plain', '2020-12-01', 'Due 1 Dec 2020']);
  });

  it('is neither early nor late once it is done', async () => {
    await schedule('2020-12-01');
    await visitor.submit(`/todos/${rent}/complete`);
    expect(await facts()).toEqual(['plain', '2020-12-01', 'Due 1 Dec 2020']);
  });

  it('at a time is shown where its reader is, and stays as it was kept when they leave it so', async () => {
    await readIn('Europe/Berlin');
    await schedule('2031-07-01', '18:00');
    expect(await facts()).toEqual(['later', '2031-07-01T16:00Z', '1 Jul 2031, 18:00']);
    await readIn('Asia/Tokyo');
    expect(await facts()).toEqual(['later', '2031-07-01T16:00Z', '2 Jul 2031, 01:00']);
    const { dueDate = '', dueTime = '', from = '' } = await editor();
    expect([dueDate, dueTime]).toEqual(['2031-07-02', '01:00']);
    const left = await schedule(dueDate, dueTime, from);
    expect(saidOn(left.html)).toBe('That was so already. Nothing has changed.');
    await schedule(dueDate, '02:00', from);
    expect((await editor()).from).toBe('2031-07-02T02:00[Asia/Tokyo]');
  });

  it('goes with its list to another workspace', async () => {
    await schedule('2031-12-01', '18:00');
    const { headers } = await visitor.postBody('/workspaces', 'name=Another');
    const there = String(headers.location);
    await visitor.submit(`/lists/${home}/transfer`, { to: there.slice('/w/'.length), as: 'copy' });
    const copied = async () => {
      const [list] = new RegExp(`${there}/lists/[^"]+`).exec((await visitor.open(there)).text) ?? [there];
      return (await visitor.open(list)).text;
    };
    await until(async () => todosOn(await copied()).length === 1);
    await until(async () => (await copied()).includes('class="due'));
    expect(await copied()).toContain('>1 Dec 2031, 18:00<');
  });

  it('is called something else on another day, though nothing has changed', async () => {
    await schedule('2031-12-01');
    const seen = [];
    for (const now of ['2031-11-30T23:59:59Z', '2031-12-01T00:00:00Z', '2031-12-02T00:00:00Z']) {
      setDate(now);
      seen.push((await facts())?.[2]);
      expect((await facts())?.[2]).toBe(seen.at(-1));
    }
    expect(seen).toEqual(['Tomorrow', 'Today', 'Overdue: yesterday']);
  });

  it('is the same day in every zone when it has no time', async () => {
    await schedule('2031-07-01');
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      await readIn(zone);
      expect(await facts()).toEqual(['later', '2031-07-01', '1 Jul 2031']);
    }
  });

  it.each([
    ['2027-02-29', '', 'That is not a day.', 'date'],
    ['', '18:00', 'A time needs a day.', 'time'],
    ['2027-02-28', '25:00', 'That is not a time of day.', 'time'],
  ])('is not due on %s at %s, and the field says why', async (dueDate, dueTime, why, field) => {
    const { status, html } = await visitor.refused(`/todos/${rent}/schedule`, { dueDate, dueTime, from: '' });
    expect(status).toBe(422);
    expect(html).toContain(`<p class="field-error" id="due-${rent}-${field}-error">${why}`);
    expect(html).toContain(`name="dueDate" value="${dueDate}"`);
    expect(await facts()).toBeUndefined();
  });

  it('asks which day stays when somebody else has set another one meanwhile', async () => {
    await schedule('2031-12-01', '18:00');
    const { status, html } = await visitor.refused(`/todos/${rent}/schedule`, {
      dueDate: '2031-12-05',
      dueTime: '09:00',
      from: '2031-11-30',
    });
    expect(status).toBe(409);
    const conflict = /<section id="conflict"[^]*<\/section>/.exec(html)?.[0] ?? '';
    expect(conflict.match(/(?<=<dd[^>]*>)[^<]*/g)).toEqual([
      '30 November 2031',
      '1 December 2031, 18:00 UTC',
    ]);
    const from = '2031-12-01T18:00[UTC]';
    expect(conflict).toContain(`name="from" value="${from}"`);
    expect(conflict).toContain('name="dueDate" value="2031-12-05"');
    await schedule('2031-12-05', '09:00', from);
    expect(await facts()).toEqual(['later', '2031-12-05T09:00Z', '5 Dec 2031, 09:00']);
  });

  it.each(['', 'never', '2031-13-45', '2031-12-01T99:99[UTC]', '2031-12-01T18:00[Mars/Olympus]'])(
    'takes any text for what a form was made from: %j',
    async (from) => {
      await schedule('2031-12-01');
      const path = `/todos/${rent}/schedule`;
      expect((await visitor.refused(path, { dueDate: '2031-12-05', from })).status).toBe(409);
    },
  );
});
