import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { asRead } from '../support/as-read.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linesOn } from '../support/history-page.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { saidOn, todosOn, undoOn, Visitor } from '../support/visitor.js';

/** So far ahead that no test is run later: what is done before its day is done early. */
const FRIDAY = '2099-11-27';
const NEXT_FRIDAY = '2099-12-04';

const WEEKLY = { every: '1', unit: 'week', was: '' };

describe('a to-do that comes again', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let bins: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
    bins = await visitor.addTodo(home, 'Take out the bins');
    await visitor.submit(`/todos/${bins}/schedule`, { dueDate: FRIDAY, dueTime: '', from: '' });
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const repeat = (fields: object = {}) => visitor.submit(`/todos/${bins}/repeat`, { ...WEEKLY, ...fields });
  const editor = async () => (await visitor.open(`/lists/${home}?edit=${bins}`)).text;
  /** The day on which its row says that it is due. */
  const due = (html: string) => /<time class="due[^"]*" datetime="([^"]*)"/.exec(html)?.[1];
  const complete = (occurrence: string) =>
    visitor.submit(`/todos/${bins}/complete`, { occurrence, onList: home });

  /** The address of the only list of a workspace, once the page shows it. */
  const listIn = async (workspace: string) => {
    const found = async () => /href="([^"]*\/lists\/[^"]*)"/.exec((await visitor.open(workspace)).text)?.[1];
    await until(async () => (await found()) !== undefined);
    return (await found()) ?? '';
  };

  /** A field may be there several times. */
  const post = async (path: string, fields: readonly (readonly [string, string])[]) => {
    const body = new URLSearchParams({ commandId: uuidv7() });
    for (const [name, value] of fields) body.append(name, value);
    return await visitor.postBody(path, body.toString());
  };

  it('says how, on its row, in its editor and right after that was set', async () => {
    const { headers } = await post(`/todos/${bins}/repeat`, [
      ['every', '1'],
      ['unit', 'week'],
      ['weekdays', 'friday'],
      ['weekdays', 'monday'],
      ['was', ''],
    ]);
    const { text } = await visitor.open(String(headers.location));
    expect(saidOn(asRead(text))).toBe('“Take out the bins” comes every week on Monday and Friday.');
    expect(text).toContain('Comes again: every week on Monday and Friday');
    const form = await editor();
    expect(form).toContain('value="monday" checked');
    expect(form).not.toContain('value="tuesday" checked');
  });

  it('is due again as soon as it is done, which is said, told in its history, and undone', async () => {
    await repeat();
    const done = await complete(FRIDAY);
    expect(saidOn(done.html)).toBe('Done. Next: Friday 4 December');
    expect([todosOn(done.html)[0]?.done, due(done.html)]).toEqual([false, NEXT_FRIDAY]);
    const undone = await visitor.submit(...undoOn(done.html));
    expect(due(undone.html)).toBe(FRIDAY);
    const redone = await visitor.submit(...undoOn(undone.html));
    expect(due(redone.html)).toBe(NEXT_FRIDAY);
    expect(linesOn((await visitor.open(`/todos/${bins}/history`)).text).join()).toContain(
      'Done for 27 November 2099, next on 4 December 2099',
    );
  });

  it('is done once when two people are done with the same occurrence', async () => {
    await repeat();
    await complete(FRIDAY);
    const { html } = await complete(FRIDAY);
    expect([due(html), saidOn(html)]).toEqual([NEXT_FRIDAY, 'That was so already. Nothing has changed.']);
  });

  it('carries on its row which occurrence is meant, as long as it is open', async () => {
    await repeat();
    expect((await visitor.open(`/lists/${home}`)).text).toContain(`name="occurrence" value="${FRIDAY}"`);
    await visitor.submit(`/todos/${bins}/stop-repeating`);
    expect((await visitor.open(`/lists/${home}`)).text).not.toContain('name="occurrence"');
  });

  it('carries it in Upcoming as well, from where it is done', async () => {
    await repeat();
    const { text } = await visitor.open(`/upcoming?from=${FRIDAY}`);
    expect(text).toContain(`name="occurrence" value="${FRIDAY}"`);
    expect(text).toContain('Comes again: every week on Friday');
  });

  it('comes when it would have come, also when this time it was put off or skipped', async () => {
    await repeat();
    await visitor.submit(`/todos/${bins}/schedule`, { dueDate: '2099-11-29', dueTime: '', from: FRIDAY });
    expect(due((await complete(FRIDAY)).html)).toBe(NEXT_FRIDAY);
    const skipped = await visitor.submit(`/todos/${bins}/skip`, { occurrence: NEXT_FRIDAY, onList: home });
    expect([saidOn(skipped.html), due(skipped.html)]).toEqual([
      'Skipped. Next: Friday 11 December',
      '2099-12-11',
    ]);
  });

  it('keeps the time at which it is due', async () => {
    await visitor.submit(`/todos/${bins}/schedule`, { dueDate: FRIDAY, dueTime: '18:00', from: FRIDAY });
    await repeat();
    const { html } = await complete(FRIDAY);
    expect(due(html)).toBe(`${NEXT_FRIDAY}T18:00Z`);
  });

  it('is completed with others that are chosen', async () => {
    await repeat();
    const milk = await visitor.addTodo(home, 'Milk');
    const { headers } = await post(`/lists/${home}/chosen/complete`, [
      ['todo', bins],
      ['todo', milk],
    ]);
    const html = asRead((await visitor.open(String(headers.location))).text);
    expect(saidOn(html)).toBe('2 to-dos are done.');
    expect([due(html), todosOn(html).map(({ done }) => done)]).toEqual([NEXT_FRIDAY, [false, true]]);
    const undone = await visitor.submit(...undoOn(html));
    expect([due(undone.html), todosOn(undone.html).map(({ done }) => done)]).toEqual([
      FRIDAY,
      [false, false],
    ]);
  });

  it.each([
    [{ every: '0' }, 'Write a number from 1 to 999.'],
    [{ until: '2099-01-01' }, 'This day is before the due date.'],
    [{ until: '2100-01-01', times: '3' }, 'Say either the last day or how often, not both.'],
  ])('is refused in words for %j, and keeps what was filled in', async (fields, words) => {
    const refused = await visitor.post(`/todos/${bins}/repeat`, {
      ...WEEKLY,
      weekdays: 'sunday',
      ...fields,
      onList: home,
      edit: bins,
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(refused.text).toContain('value="sunday" checked');
    expect(refused.text).toMatch(/<details id="again-[^"]*" class="again-form" open>/);
  });

  it('shows what it is now to who comes second, keeps what they filled in, and takes it at the next try', async () => {
    await repeat();
    const second = { ...WEEKLY, every: '5', onList: home, edit: bins };
    const refused = await visitor.post(`/todos/${bins}/repeat`, second);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Somebody has changed how this comes again');
    expect(refused.text).toContain('Comes again: every week on Friday');
    const was = /name="was" value="([^"]*)"/.exec(refused.text)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const { html } = await visitor.submit(`/todos/${bins}/repeat`, { ...second, was });
    expect(saidOn(html)).toContain('every 5 weeks on Friday');
  });

  it('needs a day as long as it comes again', async () => {
    await repeat();
    const cleared = { dueDate: '', dueTime: '', from: FRIDAY, onList: home, edit: bins };
    const refused = await visitor.post(`/todos/${bins}/schedule`, cleared);
    expect([refused.status, refused.text.includes('This comes again, so it needs a day.')]).toEqual([
      422,
      true,
    ]);
    await visitor.submit(`/todos/${bins}/stop-repeating`);
    const { html } = await visitor.submit(`/todos/${bins}/schedule`, cleared);
    expect(due(html)).toBeUndefined();
  });

  it('goes on in the copy that another workspace gets', async () => {
    await repeat();
    const { headers } = await visitor.postBody('/workspaces', 'name=Another');
    const to = String(headers.location);
    const copied = await visitor.post(`/lists/${home}/transfer`, { to: to.slice('/w/'.length), as: 'copy' });
    expect(copied.status).toBe(303);
    const list = await listIn(to);
    expect((await visitor.open(list)).text).toContain('Comes again: every week on Friday');
  });
});
