import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linesOn } from '../support/history-page.js';
import { openDatabase } from '../support/log.js';
import { writePast } from '../support/past.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { todosOn, Visitor } from '../support/visitor.js';

const at = (day: number) => `2026-03-0${day}T12:00:00Z`;

describe('events that this version cannot read', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  const [home, garden, milk, bread, fog] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
    await writePast(test.url, [
      { streamId: home, type: 'ListCreated', data: { name: 'Home' }, at: at(1) },
      { streamId: garden, type: 'ListCreated', data: { name: 'Garden' }, at: at(1) },
      { streamId: milk, type: 'TodoAdded', data: { listId: home, title: 'Milk', order: 'a1' }, at: at(2) },
      { streamId: bread, type: 'TodoAdded', data: { listId: home, title: 'Bread', order: 'a2' }, at: at(2) },
      { streamId: milk, type: 'TodoSnoozed', data: { until: 'spring' }, at: at(4) },
      { streamId: milk, type: 'TodoCompleted', at: at(5) },
      { streamId: bread, type: 'TodoCompleted', at: at(5) },
      // Of a version to come: nobody here knows in which list it is.
      { streamId: fog, type: 'TodoAdded', data: { place: 'home' }, schemaVersion: 9, at: at(6) },
    ]);
    await until(async () => (await parked()) === 2);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  async function parked(): Promise<number> {
    const database = openDatabase(test.url);
    const rows = await database.query('select distinct stream_id from parked_streams');
    await database.close();
    return rows.length;
  }

  it('are told to be there, and everything else is told as ever', async () => {
    const { status, text } = await visitor.open(`/lists/${home}/history`);
    expect(status).toBe(200);
    expect(linesOn(text)).toEqual([
      'Something that this version of the app cannot read (TodoAdded)',
      'Bread: Completed',
      'Milk: Something that this version of the app cannot read (TodoCompleted)',
      'Milk: Something that this version of the app cannot read (TodoSnoozed)',
      'Bread: Added',
      'Milk: Added',
      'The list: Created as “Home”',
    ]);
    expect(linesOn((await visitor.open(`/todos/${milk}/history`)).text)).toEqual([
      'Something that this version of the app cannot read (TodoCompleted)',
      'Something that this version of the app cannot read (TodoSnoozed)',
      'Added to “Home” as “Milk”',
    ]);
  });

  it('could be of any list when not even their beginning can be read', async () => {
    const { text } = await visitor.open(`/lists/${garden}/history`);
    expect(linesOn(text)).toEqual([
      'Something that this version of the app cannot read (TodoAdded)',
      'The list: Created as “Garden”',
    ]);
  });

  it('leave a past list as it was before them, which the page says', async () => {
    const { status, text } = await visitor.open(`/lists/${home}?asOf=${at(5)}`);
    expect(status).toBe(200);
    expect(todosOn(text)).toEqual([
      { id: milk, title: 'Milk', done: false },
      { id: bread, title: 'Bread', done: true },
    ]);
    expect(text).toContain('Something had happened to 1 to-do that this version of the app does not know.');
  });

  it('do not matter to a time before them', async () => {
    const { text } = await visitor.open(`/lists/${home}?asOf=${at(3)}`);
    expect(todosOn(text)).toHaveLength(2);
    expect(text).not.toContain('Not all of it can be read');
  });

  it('leave a to-do on its page as it was before them', async () => {
    const { status, text } = await visitor.open(`/lists/${home}`);
    expect(status).toBe(200);
    expect(todosOn(text)).toMatchObject([
      { title: 'Milk', done: false },
      { title: 'Bread', done: true },
    ]);
  });

  it.each([
    ['reopen', {}],
    ['rename', { title: 'Oat milk' }],
    ['remove', {}],
  ])('let nobody %s their to-do here, and lose nothing that was typed', async (word, fields) => {
    const answer = await visitor.post(`/todos/${milk}/${word}`, fields);
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.text).toContain('An update is under way');
    expect(answer.text).toContain('<button class="primary">Try again</button>');
    for (const typed of Object.values(fields)) expect(answer.text).toContain(`<dd dir="auto">${typed}</dd>`);
  });
});
